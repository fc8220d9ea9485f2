import type { AttachedFile } from '../../../shared/files.ts'
import { mostPictureBytes } from '../../../shared/guide.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import { refuse } from '../../../shared/refusal.ts'
import { agentWith } from '../access.ts'
import { type Bytes, type FilePorts, type Files, factsOf, maskedName, type Portion } from '../files.ts'
import { shelve } from '../shelving.ts'

/** A picture of a step of a guide. */
export interface KeptPicture extends AttachedFile {
  /** Its name in the folder. */
  stored: string
  guide: string
  width: number
  height: number
}

export interface GuidePictureRows {
  /**
   * For agents; and for a requester where one of his contacts was led through a guide that shows it, or where he may begin such
   * a guide. Null where it is neither.
   */
  find(who: Requesting | Helping, id: string): Promise<KeptPicture | null>
  /** Keeps what is known of it; false where the id is taken. */
  add(picture: KeptPicture, person: string, at: Date): Promise<boolean>
  /** How many the guide has, and how many bytes he has sent since then. */
  tally(guide: string, person: string, since: Date): Promise<{ pictures: number; bytes: number }>
}

/** Where a picture belongs, under an id that its sender chose. */
export interface ArrivingPicture {
  id: string
  guide: string
  name: string
}

export type GuidePictures = ReturnType<typeof createGuidePictures>

type Ports = Pick<FilePorts, 'shelf' | 'examine' | 'masked' | 'mostBytes' | 'now' | 'newId'> & { rows: GuidePictureRows }

/** With those of all its editions. */
const mostOfOne = 500
/** In an hour, somebody may send as much as so many of the largest size: a few guides out of files, full of them. */
const hourly = 120
const hour = 3_600_000

/** Pictures of guides on their way in and out: who writes guides adds them, and whoever is led through one sees them. */
export function createGuidePictures({ rows, masked, now, ...ports }: Ports) {
  const mostBytes = Math.min(ports.mostBytes, mostPictureBytes)
  return {
    mostBytes,

    async take(who: Helping, arriving: ArrivingPicture, body: Bytes): Promise<AttachedFile> {
      agentWith(who, 'guides', 'manage')
      const known = await rows.find(who, arriving.id)
      if (known) return known.guide === arriving.guide ? factsOf(known) : refuse('not-found')
      const { pictures, bytes } = await rows.tally(arriving.guide, who.id, new Date(now().getTime() - hour))
      if (pictures >= mostOfOne || bytes >= hourly * mostBytes) refuse('too-many-files')
      const kept = await shelve(ports, { name: arriving.name, body, mostBytes }, async ({ width, height, ...file }) => {
        // What browsers cannot show is no picture.
        if (!width || !height) refuse('file-type')
        return rows.add({ ...arriving, ...file, name: maskedName(file.name, masked), width, height }, who.id, now())
      })
      return kept ? factsOf({ ...kept, id: arriving.id, name: maskedName(kept.name, masked) }) : refuse('not-found')
    },

    /** Null where it is none, or not for this reader. */
    async open(who: Requesting | Helping, id: string, what: Portion) {
      const picture = await rows.find(who, id)
      if (!picture) return null
      return { file: factsOf(picture), ...((await ports.shelf.open(picture.stored, what)) ?? refuse('not-found')) }
    },
  }
}

/** The same files, and the pictures of guides among them: whoever shows files need not know where one comes from. */
export const withGuidePictures = (files: Files, pictures: Pick<GuidePictures, 'open'>): Files => ({
  ...files,
  // Asked first: nobody who sends a file under the id of a picture takes that away from others.
  open: async (who, id, what) => (await pictures.open(who, id, what)) ?? files.open(who, id, what),
})
