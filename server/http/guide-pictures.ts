import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Helping } from '../../shared/people.ts'
import { id } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from '../desk/access.ts'
import type { GuidePictures } from '../desk/knowledge/guide-pictures.ts'
import { originAllowed } from '../desk/origins.ts'
import { arrivingIn, inHand } from './arriving.ts'
import { facts, nameIn } from './files.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface GuidePicturesOptions {
  pictures: GuidePictures
  /** Which agent comes, by what he shows; null is anybody else. */
  door(cookie: string | undefined): Promise<{ who: Helping } | null>
  redis: object
  publicUrl: string | undefined
  /** How long a sender may be silent, in milliseconds. */
  patience?: number
}

/** Where the pictures of guides come in, from those who write them. They go out where all files do. */
export const guidePictureRoutes: FastifyPluginAsyncZod<GuidePicturesOptions> = async (app, options) => {
  const { pictures, door, redis, publicUrl, patience = 30_000 } = options
  const uploads = createThrottle(redis, { name: 'guide-pictures', times: 120, seconds: 60 })
  const carrying = inHand()
  // The body stays a stream. Pages of others may not send this type without asking first.
  app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))

  app.put('/api/guides/:guide/pictures/:picture', { schema }, async (request, reply) => {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const { who } = (await door(request.headers.cookie)) ?? refuse('signed-out')
    agentWith(who, 'guides', 'manage')
    await holdBack(reply, uploads, who.id)
    if (Number(request.headers['content-length'] ?? 0) > pictures.mostBytes) refuse('file-too-large')
    const arriving = { id: request.params.picture, guide: request.params.guide, name: nameIn(request) }
    const kept = await carrying(who.id, () => pictures.take(who, arriving, arrivingIn(request.raw, patience)))
    return reply.code(201).send(kept)
  })
}

const schema = {
  summary: 'Add a picture to a guide',
  description:
    'The body is the picture itself (PNG, JPEG, GIF or WebP), as `application/octet-stream`; its name goes percent-encoded into the header `File-Name`. What is answered goes into `picture` of a step, with a `text` that says what it shows. The guide need not be kept yet. It is fetched as files are: by agents, and by requesters who were led through a guide that shows it or may begin one. What no version shows is thrown away after a week.',
  tags: ['guides'],
  security: [{ session: [] }],
  consumes: ['application/octet-stream'],
  params: z.object({ guide: id, picture: id }),
  response: { 201: facts },
}
