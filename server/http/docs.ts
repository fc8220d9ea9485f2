import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'

/** Checks requests and answers by their zod schemas, and describes them at /openapi.json and /docs. Registered before any route. */
export const docs = fp(
  async (app, { version }: { version: string }) => {
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Firstline', description: 'What needs cookies, tokens and files. All that is live goes over the socket.', version },
        components: {
          securitySchemes: {
            visit: { type: 'http', scheme: 'bearer', description: 'The token of a requester’s visit' },
            session: { type: 'apiKey', in: 'cookie', name: 'firstline_session', description: 'An agent’s session' },
          },
        },
      },
      transform: jsonSchemaTransform,
    })
    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: policy, uiConfig: { validatorUrl: null }, theme })
  },
  { name: 'docs', dependencies: ['headers'] },
)

const theme = { title: 'Firstline', css: [{ filename: 'firstline.css', content: '.swagger-ui .topbar { display: none }' }] }

// Swagger UI styles its elements in place, and brings its pictures as data.
const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}
