// Prints what applications of Express and Fastify serve. Asked for by lines of FRAMEWORK, directory of the application
// and routes to request (METHOD /path), separated by tabs.
'use strict';
const Module = require('node:module');
const http = require('node:http');
const path = require('node:path');
const readline = require('node:readline');

const packages = path.resolve(process.argv[2]);
const fromPackages = Module.createRequire(path.join(packages, 'package.json'));
let express = 'express';
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  return resolve.call(this, name === 'express' ? express : name, ...rest);
};

// Every instance of Fastify tells its routes, without the application asking for it.
let told = [];
const fastify = fromPackages('fastify');
const telling = (...given) => {
  const app = fastify(...given);
  app.addHook('onRoute', (route) => told.push(route));
  return app;
};
require.cache[fromPackages.resolve('fastify')].exports = telling;

const print = (...parts) => process.stdout.write(parts.join('\t') + '\n');

function listed(directory, stack) {
  for (const layer of stack) {
    if (!layer.route) {
      if (layer.handle.stack) listed(directory, layer.handle.stack);
      continue;
    }
    const methods = new Map();
    for (const one of layer.route.stack) {
      if (!/^[ho]\d+$/.test(one.handle.name)) continue;
      const of = methods.get(one.handle.name) || new Set();
      methods.set(one.handle.name, of.add(one.method ? one.method.toUpperCase() : 'ALL'));
    }
    for (const [handler, of] of methods)
      for (const method of of.size > 10 ? ['ALL'] : of) print('listed', directory, method, '', handler);
  }
}

const request = (port, method, url) =>
  new Promise((done, fail) => {
    const sent = http.request({ port, host: '127.0.0.1', method, path: url, headers: { authorization: 'yes' } }, (response) => {
      let text = '';
      response.on('data', (some) => (text += some)).on('end', () => done({ status: response.statusCode, text }));
    });
    sent.on('error', fail);
    sent.end();
  });

function answered(directory, index, { status, text }) {
  let said = {};
  if (status === 200) said = JSON.parse(text);
  print('answered', directory, index, said.handler || status, (said.met || []).join(','));
}

async function ask(framework, directory, routes) {
  express = framework === 'express4' ? 'express4' : 'express';
  told = [];
  const app = require(path.join(packages, directory, 'app.js'));
  if (framework === 'fastify') {
    await app.ready();
    for (const route of told) {
      for (const method of [].concat(route.method))
        if (method !== 'HEAD') print('listed', directory, method, route.url, route.handler.name);
    }
    for (const [index, [method, url]] of routes.entries()) {
      const response = await app.inject({ method, url, headers: { authorization: 'yes' } });
      answered(directory, index, { status: response.statusCode, text: response.payload });
    }
    await app.close();
    return;
  }
  const router = framework === 'express4' ? app._router : app.router;
  if (router) listed(directory, router.stack);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  for (const [index, [method, url]] of routes.entries())
    answered(directory, index, await request(server.address().port, method, url));
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

(async () => {
  const lines = readline.createInterface({ input: process.stdin });
  for await (const line of lines) {
    const [framework, directory, ...routes] = line.split('\t');
    if (directory) await ask(framework, directory, routes.map((route) => route.split(' ')));
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
