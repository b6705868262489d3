export * from './words.svelte';
export * from './format';
