'use strict';
const express = require('express');
const { allow } = require('./allow');

const router = express.Router();

router.get('/dishes', function (req, res, next) {
  kitchen.all(function (err, dishes) {
    if (err) return next(err);
    res.json(dishes);
  });
});

router.get('/dishes/:slug', allow('cook', 'waiter'), function (req, res) {
  var dish = kitchen.find(req.params.slug);
  res.json(dish || { slug: null });
});

router.post('/dishes', allow('cook'), async (req, res) => {
  const id = await kitchen.add(req.body);
  res.status(201).json({ id: id });
});

router.put('/dishes/:slug', allow('cook'), (req, res) => {
  if (req.body.price < 0) {
    res.status(400).end();
  } else {
    res.json(kitchen.update(req.params.slug, req.body));
  }
});

router.delete('/dishes/:slug', allow('chef'), (req, res) => {
  kitchen.drop(req.params.slug);
  res.sendStatus(204);
});

router.get('/tables', (req, res) => res.json({ free: 4 }));

router.post('/tables/:n/book', (req, res) => {
  const n = Number(req.params.n);
  while (kitchen.busy(n)) kitchen.wait(n);
  res.json({ booked: n });
});

module.exports = router;
