/** Lays out beside the page: a large graph takes longer than a letter may. */
import { type LayoutRequest, layOut } from './layout.ts'

globalThis.onmessage = ({ data }: MessageEvent<{ id: number; request: LayoutRequest }>) => {
  postMessage({ id: data.id, positions: layOut(data.request) })
}
