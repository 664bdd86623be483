/** Made by cataloguePlugin.ts when the site is built or served. */
declare module 'virtual:catalogue' {
  export const catalogue: import('./catalogue.ts').Catalogue
}
