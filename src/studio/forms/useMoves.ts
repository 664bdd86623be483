import type { Path } from '../../core/scenario/diagnostic.ts'
import { useStudio } from '../studio.ts'

/** Moves what stands at a path to another place among its siblings. */
export function useMoves(path: Path): { readonly edit: (to: number) => void } {
  const { edit } = useStudio()
  return {
    edit: (to) => void edit({ zh: '换次序', en: 'change the order' }, [{ kind: 'move', path, to }]),
  }
}
