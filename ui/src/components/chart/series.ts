/** One row of figures in a chart, a value for each category; `null` leaves a gap. */
export interface Series {
  name: string;
  kind: 'bar' | 'line' | 'step';
  /** a colour of the page, by its name without the dashes */
  tone: 'd1' | 'd2' | 'd3' | 'd4' | 'd5' | 'd6' | 'ink' | 'seal' | 'ok' | 'warn';
  values: (number | null)[];
  /** bars of one stack stand on each other */
  stack?: string;
  dashed?: boolean;
}

export interface Shown {
  categories: string[];
  series: Series[];
  /** a figure as the reader sees it: money, a count */
  format: (value: number) => string;
  legend: boolean;
  horizontal: boolean;
}
