package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.ClassRole;
import org.junit.jupiter.api.Test;

final class ClassExtractorTest {
    private static ClassDecl only(String path, String text) {
        return SourceFixture.of(path, text).only(ClassDecl.class);
    }

    @Test
    void a_class_says_what_it_is_made_of() {
        ClassDecl found = only("src/services/invoice.service.ts", """
                import type { InvoiceRepository } from '../db/invoice.repository';
                export class InvoiceService extends BaseService<Invoice> implements Closable, Named<string> {
                    private total = 3;
                    constructor(private readonly invoices: InvoiceRepository, { prisma, emit }: Deps, limit = 5) {
                        super();
                    }
                    async create(input: Input) { return 1; }
                    static of() { return 2; }
                    close = async () => { return 4; };
                }
                """);
        assertThat(found.name()).isEqualTo("InvoiceService");
        assertThat(found.role()).isEqualTo(ClassRole.SERVICE);
        assertThat(found.aggregate()).isEqualTo("Invoice");
        assertThat(found.superclass()).isEqualTo("BaseService");
        assertThat(found.interfaces()).containsExactly("Closable", "Named");
        assertThat(found.methods()).containsExactly("create", "of", "close");
        assertThat(found.injected()).containsExactly("InvoiceRepository", "Deps");
        assertThat(found.exported()).isTrue();
        assertThat(found.decorators()).isEmpty();
        assertThat(found.key()).isEqualTo("src/services/invoice.service.ts#InvoiceService");
    }

    @Test
    void decorators_tell_roles_and_are_listed() {
        ClassDecl controller = only(
                "src/users/users.http.ts",
                "@ApiTags('u') @Controller({ path: 'users' }) export class Users { constructor(private s: UsersService) {} }");
        assertThat(controller.role()).isEqualTo(ClassRole.CONTROLLER);
        assertThat(controller.decorators()).containsExactly("ApiTags", "Controller");
        assertThat(only("src/x.ts", "@Entity({ name: 'n' })\nclass Row {}").role())
                .isEqualTo(ClassRole.ENTITY);
        assertThat(only("src/x.ts", "@Module({ imports: [] })\nexport class App {}")
                        .role())
                .isEqualTo(ClassRole.MODULE);
        assertThat(only("src/x.ts", "@Injectable()\nexport class Clock {}").role())
                .isEqualTo(ClassRole.SERVICE);
        assertThat(only("src/x.ts", "@Injectable()\nexport class OrderRepository {}")
                        .role())
                .isEqualTo(ClassRole.REPOSITORY);
    }

    @Test
    void names_files_and_directories_tell_roles() {
        assertThat(only("src/a.ts", "export class PgOrderRepository {}").aggregate())
                .isEqualTo("PgOrder");
        assertThat(only("src/a.ts", "class TwilioClient {}").role()).isEqualTo(ClassRole.CLIENT);
        assertThat(only("src/a.ts", "class RolesGuard implements CanActivate {}")
                        .role())
                .isEqualTo(ClassRole.GUARD);
        assertThat(only("src/a.ts", "class Gone extends HTTPException {}").role())
                .isEqualTo(ClassRole.ERROR);
        assertThat(only("src/db/order.repository.ts", "export class Orders {}").role())
                .isEqualTo(ClassRole.REPOSITORY);
        assertThat(only("apps/api/src/services/refunds.ts", "export class Refunds {}")
                        .role())
                .isEqualTo(ClassRole.SERVICE);
        assertThat(only("services/billing/lib/x.ts", "export class Thing {}").role())
                .isEqualTo(ClassRole.OTHER);
        assertThat(only("src/routes/refund.ts", "class RefundService {}").exported())
                .isFalse();
    }

    @Test
    void exports_by_name_and_by_default_count() {
        assertThat(only("src/a.ts", "class A {}\nexport { A };").exported()).isTrue();
        assertThat(only("src/a.ts", "class B {}\nexport default B;").exported()).isTrue();
        assertThat(only("src/a.ts", "export default class extends Error {}").name())
                .isEqualTo("default");
        assertThat(only("src/a.ts", "export const C = class { m() {} };").name())
                .isEqualTo("C");
        assertThat(only("src/a.ts", "export abstract class D { abstract go(): void; }")
                        .methods())
                .containsExactly("go");
    }

    @Test
    void injected_fields_and_generic_types_are_listed_as_written() {
        assertThat(only("src/a.ts", """
                                export class UsersService {
                                    @Inject(MAILER) private readonly mailer: Mailer;
                                    constructor(@InjectRepository(User) private users: Repository<User>) {}
                                }
                                """).injected()).containsExactly("Repository<User>", "Mailer");
    }

    @Test
    void classes_of_tests_are_no_classes_of_the_product() {
        assertThat(SourceFixture.of("tests/fake.test.ts", "class FakeService {}")
                        .facts(ClassDecl.class))
                .isEmpty();
    }
}
