// The screens that are more than one register's list: where each stands in the sidebar, how it is called, its picture.

import Scale from '@lucide/svelte/icons/scale';
import type { Component } from 'svelte';
import type { Screen } from '../../app';

export interface Place {
  screen: Screen;
  /** the group of the sidebar whose registers it follows */
  group: string;
  icon: Component<Record<string, unknown>>;
  /** Fluent id */
  label: string;
}

export const PLACES: readonly Place[] = [{ screen: 'position', group: 'inventory', icon: Scale, label: 'position' }];
