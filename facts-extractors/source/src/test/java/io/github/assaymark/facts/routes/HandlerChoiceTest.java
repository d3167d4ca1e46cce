package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.Unresolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerChoiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "withKey((c) => c.req.param(\"id\"), createOrder)",
                "compose(checkOne, createOrder)",
                "outer(compose(checkOne, createOrder))",
                "withKey(makeKey(7), createOrder)"
            })
    void a_handler_among_several_functions_is_not_chosen(String handler) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { compose, withKey, outer } from "outside-kit";
                import { orders } from "./orders";
                async function checkOne(c) { return c.req.header("one"); }
                const makeKey = (part) => (c) => c.req.param(part);
                async function createOrder(c) { await orders.insert(c); return c.json({}); }
                const app = new Hono();
                app.post("/orders",""" + " " + handler + ");\n");
        Route route = fixture.only(Route.class);
        assertThat(route.handlerFile()).isNull();
        assertThat(fixture.facts(HandlerCall.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .containsExactly("it is given more than one function");
    }

    @Test
    void a_method_that_a_class_overrides_is_its_own() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { store } from "./store";
                class Base {
                  constructor(app) { app.get("/list", this.list); }
                  list(c) { return store.fromBase(c); }
                }
                class Sub extends Base {
                  list(c) { return store.fromSub(c); }
                }
                const app = new Hono();
                new Sub(app);
                """);
        assertThat(fixture.facts(HandlerCall.class).stream()
                        .map(HandlerCall::callee)
                        .toList())
                .containsExactly("store.fromSub");
    }
}
