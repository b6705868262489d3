// The screens that are more than one register's list: where each stands in the sidebar, how it is called, its picture.

import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Scale from '@lucide/svelte/icons/scale';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import type { Component } from 'svelte';
import type { Screen } from '../../app';
import type { Overview } from '../../bindings';
import { pressing } from './attention';

export interface Place {
  screen: Screen;
  /** the group of the sidebar whose registers it follows; none for those that stand above all groups */
  group: string | null;
  icon: Component<Record<string, unknown>>;
  /** Fluent id */
  label: string;
  /** how much there wants attention */
  waiting?: (overview: Overview) => number;
}

export const PLACES: readonly Place[] = [
  {
    screen: 'findings',
    group: null,
    icon: ListChecks,
    label: 'findings',
    waiting: (overview) => overview.findings.shortfalls.length,
  },
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
