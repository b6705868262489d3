// The screens that are more than one register's list: where each stands in the sidebar, how it is called, its picture.

import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Scale from '@lucide/svelte/icons/scale';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import type { Component } from 'svelte';
import type { Screen } from '../../app';
import type { Overview } from '../../bindings';
import { pressing } from './attention';

export interface Place {
  screen: Screen;
  /** the group of the sidebar whose registers it follows */
  group: string;
  icon: Component<Record<string, unknown>>;
  /** Fluent id */
  label: string;
  /** how much there wants attention */
  waiting?: (overview: Overview) => number;
}

export const PLACES: readonly Place[] = [
  { screen: 'renewals', group: 'procurement', icon: CalendarClock, label: 'renewals', waiting: pressing },
  { screen: 'position', group: 'inventory', icon: Scale, label: 'position' },
  {
    screen: 'matching',
    group: 'inventory',
    icon: ScanSearch,
    label: 'matching',
    waiting: (overview) => overview.names,
  },
];
