// A glyph for each register the product ships; a new register stands with the plain box until it has one.

import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Ban from '@lucide/svelte/icons/ban';
import Box from '@lucide/svelte/icons/box';
import Building from '@lucide/svelte/icons/building-2';
import CalendarOff from '@lucide/svelte/icons/calendar-off';
import Cloud from '@lucide/svelte/icons/cloud';
import Coins from '@lucide/svelte/icons/coins';
import Diff from '@lucide/svelte/icons/diff';
import FileText from '@lucide/svelte/icons/file-text';
import Gauge from '@lucide/svelte/icons/gauge';
import HardDriveDownload from '@lucide/svelte/icons/hard-drive-download';
import KeyRound from '@lucide/svelte/icons/key-round';
import Laptop from '@lucide/svelte/icons/laptop';
import ListChecks from '@lucide/svelte/icons/list-checks';
import MapPin from '@lucide/svelte/icons/map-pin';
import Package from '@lucide/svelte/icons/package';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Receipt from '@lucide/svelte/icons/receipt-text';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import ShoppingCart from '@lucide/svelte/icons/shopping-cart';
import Store from '@lucide/svelte/icons/store';
import User from '@lucide/svelte/icons/user';
import UserCheck from '@lucide/svelte/icons/user-check';
import type { Component } from 'svelte';

const icons: Record<string, Component<Record<string, unknown>>> = {
  entity: Building,
  site: MapPin,
  person: User,
  device: Laptop,
  product: Package,
  license: KeyRound,
  purchase: ShoppingCart,
  assignment: UserCheck,
  deployment: HardDriveDownload,
  usage: Gauge,
  adjustment: Diff,
  ignored_name: Ban,
  tenant: Cloud,
  exchange_rate: Coins,
  vendor: Store,
  authorisation: BadgeCheck,
  renewal: RefreshCw,
  contract: FileText,
  invoice: Receipt,
  invoice_line: Receipt,
  evidence: Paperclip,
  task: ListChecks,
  holiday: CalendarOff,
};

export function registerIcon(register: string): Component<Record<string, unknown>> {
  return icons[register] ?? Box;
}
