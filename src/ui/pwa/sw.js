/**
 * The service worker: keeps every built file, so that the program runs without a network. The two
 * constants are filled in at build time (plugin.ts). A new version waits until the page asks for it,
 * so that no call changes its program half way.
 */
const VERSION = '__VERSION__'
const FILES = ['__FILES__']
const CACHE = `first-ring-${VERSION}`

self.addEventListener('install', (event) => {
  const wanted = FILES.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(wanted)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('first-ring-') && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  const key = request.mode === 'navigate' ? '/' : request
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(key, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(request)),
  )
})
