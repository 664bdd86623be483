/**
 * `npm start`: builds the site and serves it on http://localhost:8110. `startServer` also serves the
 * browser tests. Only this computer can reach it.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const PORT = 8110

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.webm': 'audio/webm',
}

interface Asset {
  readonly body: Buffer
  readonly zipped: Buffer | null
  readonly type: string
  readonly etag: string
}

export interface RunningServer {
  /** `http://localhost:8110`, without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

/** Reads files below one folder, each once; what is not there is remembered as null. */
function library(folder: string): (path: string) => Promise<Asset | null> {
  const kept = new Map<string, Promise<Asset | null>>()
  const read = async (path: string): Promise<Asset | null> => {
    const file = normalize(join(folder, path))
    if (!file.startsWith(folder + sep)) return null
    const body = await readFile(file).catch(() => null)
    if (!body) return null
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    return { body, zipped: type.includes('utf-8') ? gzipSync(body) : null, type, etag }
  }
  return (path) => {
    const found = kept.get(path) ?? read(path)
    kept.set(path, found)
    return found
  }
}

/** The path asked for, or null if it is not valid. */
function askedPath(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

function send(request: IncomingMessage, response: ServerResponse, path: string, asset: Asset) {
  // Built files carry a hash in their name and never change; everything else is asked for again.
  const forever = path.startsWith('/assets/')
  response.setHeader('Content-Type', asset.type)
  response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('ETag', asset.etag)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Frame-Options', 'DENY')
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304).end()
    return
  }
  const zip = asset.zipped && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = zip && asset.zipped ? asset.zipped : asset.body
  if (asset.zipped) response.setHeader('Vary', 'Accept-Encoding')
  if (zip) response.setHeader('Content-Encoding', 'gzip')
  response.writeHead(200, { 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * Serves a built site to this computer. Paths without a file extension are rooms and get index.html.
 * @param port 0 for any free one
 * @throws when the port is taken
 */
export async function startServer(folder: string, port: number): Promise<RunningServer> {
  const find = library(normalize(folder))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = askedPath(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end()
    else if (path === null) response.writeHead(400).end()
    else {
      const wanted = extname(path) === '' ? '/index.html' : path
      const asset = await find(wanted)
      if (asset) send(request, response, wanted, asset)
      else response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`${path}: no such file\n`)
    }
  }
  const make = () =>
    createServer((request, response) => {
      answer(request, response).catch(() => response.destroy())
    })
  const servers = [make()]
  const [first] = servers
  if (!first) throw new Error('no server')
  const taken = await listen(first, port, '127.0.0.1')
  // Browsers may try IPv6 first for "localhost"; a computer without it does well without.
  const second = make()
  await listen(second, taken, '::1').then(
    () => servers.push(second),
    () => undefined,
  )
  return {
    url: `http://localhost:${taken}`,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((done) => server.close(done))
        }),
      )
    },
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--build')) {
    const { build } = await import('vite')
    await build({ logLevel: 'warn' })
  }
  const port = Number(process.env.PORT ?? PORT)
  try {
    const server = await startServer(join(process.cwd(), 'dist'), port)
    console.log(`首铃 First Ring: ${server.url}  (Ctrl+C 停止 / stops it)`)
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken) throw error
    console.error(`Port ${port} is taken by another program. Choose one: PORT=8111 npm start`)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
