import { GuidePanel } from './GuidePanel.tsx'
import { bringUp, isOnShelf } from './places.ts'

/** The guide on the shelf: where a first call begins. */
export function ShelfGuide({ onDesk }: { readonly onDesk: () => void }) {
  return (
    <GuidePanel
      done={[]}
      canShow={isOnShelf}
      onShow={(place) => bringUp(place, null)}
      onDesk={onDesk}
    />
  )
}
