import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * What the map uses of Phaser, from Phaser's own source: a game, a scene, images and canvas textures. The whole
 * library takes 345 KiB gzip, this part 160. Whoever uses more of Phaser adds it here; `vite dev` gives everything.
 */
const PARTS: Readonly<Record<string, string>> = {
  Game: 'core/Game.js',
  Scene: 'scene/Scene.js',
  Image: 'gameobjects/image/Image.js',
  CanvasTexture: 'textures/CanvasTexture.js',
  Events: 'core/events/index.js',
  constants: 'const.js',
  scaleModes: 'scale/const/SCALE_MODE_CONST.js',
}

/**
 * Loaded for what they do, in this order: the renderer's modules require each other in a circle, which only holds if
 * it is entered here; the others are systems that enlist themselves.
 */
const SYSTEMS = [
  'renderer/webgl/index.js',
  'events/EventEmitter.js',
  'cameras/2d/CameraManager.js',
  'gameobjects/DisplayList.js',
  'gameobjects/GameObjectCreator.js',
  'gameobjects/GameObjectFactory.js',
  'gameobjects/UpdateList.js',
  'scene/ScenePlugin.js',
]

const MODULE = '\0slim-phaser'

function source(folder: string): string {
  const at = (path: string) => JSON.stringify(join(folder, path))
  return [
    ...SYSTEMS.map((path) => `import ${at(path)}`),
    ...Object.entries(PARTS).map(([name, path]) => `import ${name} from ${at(path)}`),
    'export default {',
    '  ...constants, Game, Scene,',
    '  Core: { Events },',
    '  GameObjects: { Image },',
    '  Scale: scaleModes,',
    '  Textures: { CanvasTexture },',
    '}',
  ].join('\n')
}

/** Lets builds carry only the part of Phaser that the map draws with. */
export function slimPhaser(): Plugin {
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    // Phaser's source asks for these the way its own build sets them.
    config: () => ({
      define: {
        'typeof CANVAS_RENDERER': 'true',
        'typeof WEBGL_RENDERER': 'true',
        'typeof WEBGL_DEBUG': 'false',
        'typeof EXPERIMENTAL': 'false',
        'typeof FEATURE_SOUND': 'false',
        'typeof PLUGIN_CAMERA3D': 'false',
        'typeof PLUGIN_FBINSTANT': 'false',
      },
    }),
    resolveId: (id) => (id === 'phaser' ? MODULE : null),
    load(id) {
      if (id !== MODULE) return null
      // …/phaser/dist/phaser.esm.js → …/phaser/src
      const entry = fileURLToPath(import.meta.resolve('phaser'))
      return source(join(dirname(dirname(entry)), 'src'))
    },
  }
}
