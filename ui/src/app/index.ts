export { app } from './app.svelte';
export { router, type Location, type Screen } from './router.svelte';
export { toasts } from './toasts.svelte';
export { jobs } from './jobs.svelte';
export { Resource } from './resource.svelte';
export { drafts } from './drafts';
