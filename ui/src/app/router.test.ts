import { expect, test, vi } from 'vitest';
import { Router } from './router.svelte';

test('back returns to the place left, with its query', () => {
  const router = new Router();
  const query = { register: 'license', filters: [], sort: [], text: '金蝶', archived: false, language: 'en' as const };
  router.go({ screen: 'register', register: 'license', query });
  router.go({ screen: 'log' });
  router.back();
  expect(router.here).toEqual({ screen: 'register', register: 'license', query });
  router.back();
  expect(router.here).toEqual({ screen: 'overview' });
  expect(router.canGoBack).toBe(false);
});

test('a replaced place leaves no step behind', () => {
  const router = new Router();
  router.go({ screen: 'register', register: 'license' });
  router.replace({ screen: 'register', register: 'license', id: 7 });
  router.back();
  expect(router.here).toEqual({ screen: 'overview' });
});

test('a guard keeps the place until it lets go', () => {
  const router = new Router();
  let leave: (() => void) | undefined;
  const guard = vi.fn((go: () => void) => {
    leave = go;
    return true;
  });
  const away = router.guard(guard);
  router.go({ screen: 'log' });
  expect(router.here.screen).toBe('overview');
  leave?.();
  expect(router.here.screen).toBe('log');
  away();
  router.go({ screen: 'settings' });
  expect(guard).toHaveBeenCalledTimes(1);
  expect(router.here.screen).toBe('settings');
});
