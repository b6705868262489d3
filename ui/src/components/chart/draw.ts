// The drawing of charts, loaded when the first one is shown. Only the parts in use are taken from the library.

import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Series, Shown } from './series';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Pixels the figures of an axis take at most. */
const AXIS = 90;

/** An empty chart in `host`. */
export function begin(host: HTMLElement): EChartsType {
  return init(host, null, { renderer: 'svg' });
}

/** Draws anew with the colours of the page as they are now; it moves only where motion is welcome. */
export function draw(chart: EChartsType, host: HTMLElement, { categories, series, format, legend, horizontal }: Shown) {
  const styles = getComputedStyle(host);
  const colour = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  const text = { color: colour('ink-2'), fontFamily: styles.fontFamily, fontSize: 11.5 };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const line = (one: Series) => ({
    type: 'line' as const,
    step: one.kind === 'step' ? ('end' as const) : undefined,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: categories.length <= 16,
    lineStyle: { color: colour(one.tone), width: 2, type: one.dashed ? ('dashed' as const) : ('solid' as const) },
  });
  const bar = (one: Series) => ({
    type: 'bar' as const,
    stack: one.stack,
    barMaxWidth: 34,
    itemStyle: { borderRadius: one.stack ? 0 : horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
  });
  // few names all stand, broken over lines; of many only those that fit
  const few = !horizontal && categories.length <= 8;
  const width = (host.clientWidth - AXIS) / categories.length - 8;
  const room = few ? { interval: 0, width, overflow: 'break' as const } : {};
  const named = {
    type: 'category' as const,
    data: categories,
    axisTick: { show: false },
    axisLabel: { ...text, ...room },
  };
  const counted = {
    type: 'value' as const,
    splitNumber: 4,
    splitLine: { lineStyle: { color: colour('line') } },
    axisLabel: { ...text, formatter: (value: number) => format(value) },
  };
  chart.setOption(
    {
      animation: !still,
      animationDuration: 180,
      color: series.map((one) => colour(one.tone)),
      textStyle: text,
      grid: { left: 4, right: 8, top: legend ? 34 : 10, bottom: 2, outerBoundsMode: 'same' },
      legend: { show: legend, top: 0, left: 0, itemWidth: 12, itemHeight: 10, icon: 'roundRect', textStyle: text },
      // never HTML: a product's name is data, not markup
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: colour('surface'),
        borderColor: colour('line-2'),
        textStyle: { ...text, color: colour('ink') },
        axisPointer: { type: 'shadow', shadowStyle: { color: colour('mute-soft'), opacity: 0.5 } },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
      },
      xAxis: horizontal ? counted : { ...named, axisLine: { lineStyle: { color: colour('line-2') } } },
      yAxis: horizontal ? { ...named, inverse: true, axisLine: { show: false } } : counted,
      series: series.map((one) => ({
        name: one.name,
        data: one.values,
        ...(one.kind === 'bar' ? bar(one) : line(one)),
      })),
    },
    { notMerge: true },
  );
}
