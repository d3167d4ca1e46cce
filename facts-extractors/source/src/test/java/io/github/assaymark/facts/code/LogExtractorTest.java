package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.LogStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogExtractorTest {
    private static List<LogStatement> logs(String text) {
        return SourceFixture.of("src/visit.ts", text).facts(LogStatement.class);
    }

    private static LogStatement log(String text) {
        List<LogStatement> logs = logs(text);
        assertThat(logs).hasSize(1);
        return logs.get(0);
    }

    @Test
    void a_statement_says_its_logger_level_and_fields() {
        LogStatement log = log(
                "function visit(c, userId: string) { c.var.logger.info({ request_id: c.id, userId, kind: 'x' }, 'seen'); }");
        assertThat(log.logger()).isEqualTo("c.var.logger.info");
        assertThat(log.level()).isEqualTo("info");
        assertThat(log.fields()).containsExactly("request_id", "c.id", "id", "userId", "kind");
        assertThat(log.whole()).isEmpty();
        assertThat(log.wrappedBy()).isEmpty();
        assertThat(log.enclosingFunction()).isEqualTo("visit");
        assertThat(log.key()).isEqualTo("src/visit.ts#visit:c.var.logger.info");
    }

    @Test
    void console_counts_as_a_log_and_variables_count_as_whole() {
        LogStatement log = log("export function f(patient: Patient, err) { console.error('failed', patient, err); }");
        assertThat(log.logger()).isEqualTo("console.error");
        assertThat(log.level()).isEqualTo("error");
        assertThat(log.fields()).containsExactly("patient", "err");
        assertThat(log.whole()).containsExactly("patient", "err");
    }

    @Test
    void what_goes_through_a_function_is_wrapped() {
        LogStatement log = log("logger.info({ patient: safeView(patient), id: 7 });");
        assertThat(log.fields()).containsExactly("id");
        assertThat(log.wrappedFields()).containsExactly("patient");
        assertThat(log.wrappedBy()).containsExactly("safeView");
        assertThat(log.whole()).isEmpty();
    }

    @Test
    void taking_the_result_of_a_wrapper_apart_undoes_it() {
        LogStatement raw = log("logger.info({ p: safeView(patient).raw });");
        assertThat(raw.fields()).contains("p", "raw", "patient");
        assertThat(raw.whole()).containsExactly("patient");
        LogStatement spread = log("logger.info({ ...safeView(visit) });");
        assertThat(spread.fields()).containsExactly("visit");
        assertThat(spread.whole()).containsExactly("visit");
        assertThat(spread.wrappedBy()).isEmpty();
    }

    @Test
    void serialising_hides_nothing() {
        LogStatement log = log("export function f(body) { log.debug(JSON.stringify(body)); }");
        assertThat(log.fields()).containsExactly("body");
        assertThat(log.whole()).containsExactly("body");
        assertThat(log.wrappedBy()).isEmpty();
        assertThat(log("logger.info('='.repeat(40));").wrappedBy()).isEmpty();
    }

    @Test
    void holes_of_templates_and_joined_texts_are_logged() {
        LogStatement log = log("export function f(user, order) { logger.warn(`user ${user.email} ` + order); }");
        assertThat(log.fields()).containsExactly("user.email", "email", "order");
        assertThat(log.whole()).containsExactly("order");
    }

    @Test
    void members_that_hold_everything_count_as_whole() {
        assertThat(log("export function f(req) { logger.info(req.headers); }").whole())
                .containsExactly("req.headers");
        assertThat(log("export async function f(res) { logger.info(await res.json()); }")
                        .whole())
                .containsExactly("res.json");
    }

    @Test
    void a_variable_that_holds_a_masked_value_is_wrapped() {
        LogStatement log = log("export function f(user) { const shown = redact(user); logger.info({ shown }); }");
        assertThat(log.wrappedFields()).containsExactly("shown");
        assertThat(log.wrappedBy()).containsExactly("redact");
        assertThat(log.fields()).isEmpty();
        LogStatement other =
                log("export async function f(id) { const user = await repo.load(id); logger.info({ user }); }");
        assertThat(other.whole()).containsExactly("user");
        assertThat(other.wrappedBy()).isEmpty();
    }

    @Test
    void loggers_are_known_by_name_package_and_maker() {
        assertThat(log("import pino from 'pino'; const out = pino(); out.info('a');")
                        .level())
                .isEqualTo("info");
        assertThat(
                        log("import { Logger } from '@nestjs/common'; class A { private readonly lg = new Logger('A'); m() { this.logger.verbose('b'); } }")
                                .logger())
                .isEqualTo("this.logger.verbose");
        assertThat(log("import winston from 'winston'; winston.log('warn', 'c');")
                        .level())
                .isEqualTo("warn");
        assertThat(log("getLogger('x').fatal('d');").level()).isEqualTo("fatal");
        assertThat(log("logger.child({ a: 1 }).trace('e');").level()).isEqualTo("trace");
        assertThat(log("export const h = (c) => { c.get('logger').error('f'); };")
                        .level())
                .isEqualTo("error");
        assertThat(log("process.stderr.write('g');").logger()).isEqualTo("process.stderr.write");
    }

    @Test
    void what_sentry_keeps_beside_an_error_is_logged() {
        LogStatement log = log(
                "import * as Sentry from '@sentry/node'; export function f(e, patient) { Sentry.captureException(e, { extra: { patient } }); }");
        assertThat(log.logger()).isEqualTo("Sentry.captureException");
        assertThat(log.level()).isEqualTo("error");
        assertThat(log.fields()).containsExactly("e", "extra", "patient");
        assertThat(log.whole()).containsExactly("e", "patient");
        assertThat(
                        log("import * as Sentry from '@sentry/node'; Sentry.addBreadcrumb({ message: 'm', level: 'warning' });")
                                .level())
                .isEqualTo("warning");
    }

    @Test
    void constants_are_no_values() {
        LogStatement log = log("const LIMIT = 5; const NAME = 'orders'; logger.info(NAME, LIMIT, true);");
        assertThat(log.fields()).isEmpty();
        assertThat(log.whole()).isEmpty();
    }

    @Test
    void middleware_math_and_dialogs_are_no_logs() {
        assertThat(
                        logs(
                                "import { logger } from 'hono/logger'; app.use(logger()); Math.log(3); dialog.error('x'); ok.info('y');"))
                .isEmpty();
        assertThat(SourceFixture.of("tests/a.test.ts", "console.log('t');").facts(LogStatement.class))
                .isEmpty();
    }
}
