import { z } from 'zod';

/** One route of the control interface: schemas of what goes in and out. `handle` gives the answer, or throws ControlProblem. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters as `{name}`. */
  path: string;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  response: z.ZodType;
  handle: (input: { params: unknown; query: unknown; body: unknown }) => unknown;
}

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as ObjectSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  content: { 'application/json': { schema: schemaOf(schema, io) } },
});

function operation(route: Route, problem: z.ZodType) {
  return {
    summary: route.summary,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, ...json(route.body, 'input') } } : {}),
    responses: {
      200: { description: 'Done', ...json(route.response, 'output') },
      '4XX': { description: 'Refused; error says why', ...json(problem, 'output') },
    },
  };
}

/** The OpenAPI description of the routes, made from the schemas that judge them. */
export function openApi(routes: readonly Route[], problem: z.ZodType, address: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, problem) };
  return {
    openapi: '3.1.0',
    info: { title: 'Mock BRON: control interface', version: '1.0.0' },
    servers: [{ url: address }],
    paths,
  };
}
