import { useStudio } from '../studio.ts'
import { GuidePanel } from './GuidePanel.tsx'
import { bringUp, isOnShelf } from './places.ts'
import { useFollowing } from './useFollowing.ts'

/** The guide on the workbench: it follows the open draft and points at its parts. */
export function DraftGuide() {
  const studio = useStudio()
  const done = useFollowing()
  return (
    <GuidePanel
      done={done}
      canShow={(place) => !isOnShelf(place)}
      onShow={(place) => bringUp(place, studio)}
      onDesk={() => studio.navigate('/')}
    />
  )
}
