package io.github.assaymark.facts.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.ConfigOption;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DataSourceOptionsTest {
    @Test
    void option_that_is_written_has_its_value_and_place() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                export const source = new DataSource({
                  type: 'postgres',
                  synchronize: true,
                });
                """);
        assertThat(option.value()).isEqualTo("true");
        assertThat(option.declared()).isTrue();
        assertThat(option.resolved()).isTrue();
        assertThat(option.provenance().place()).satisfies(place -> {
            assertThat(place).isNotNull();
            assertThat(place.startLine()).isEqualTo(4);
        });
    }

    @Test
    void option_that_is_not_written_has_its_default() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                export const source = new DataSource({ type: 'postgres' });
                """);
        assertThat(option.value()).isEqualTo("false");
        assertThat(option.declared()).isFalse();
    }

    @Test
    void constant_of_another_spread_object_counts() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                const common = { type: 'postgres', synchronize: true } as const;
                export const source = new DataSource({ ...common, logging: false });
                """);
        assertThat(option.value()).isEqualTo("true");
    }

    @Test
    void value_that_depends_on_the_stage_is_not_known() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                export const source = new DataSource({ synchronize: process.env.NODE_ENV !== 'production' });
                """);
        assertThat(option.resolved()).isFalse();
        assertThat(option.value()).isNull();
    }

    @Test
    void variable_of_the_environment_is_named() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                export const source = new DataSource({ synchronize: process.env.DB_SYNC });
                """);
        assertThat(option.resolved()).isFalse();
        assertThat(option.environment()).isEqualTo("DB_SYNC");
    }

    @Test
    void text_false_is_true_to_the_language() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                export const source = new DataSource({ synchronize: 'false' });
                """);
        assertThat(option.value()).isEqualTo("true");
    }

    @Test
    void options_from_elsewhere_leave_the_option_open() {
        ConfigOption option = synchronize("""
                import { DataSource } from 'typeorm';
                import { options } from '@platform/options';
                export const source = new DataSource({ ...options });
                """);
        assertThat(option.resolved()).isFalse();
        assertThat(option.declared()).isFalse();
    }

    @Test
    void module_of_nest_is_read_with_its_factory_and_its_class() {
        ConfigOption given = synchronize("""
                import { TypeOrmModule } from '@nestjs/typeorm';
                export const modules = [TypeOrmModule.forRoot({ type: 'postgres', synchronize: true })];
                """);
        ConfigOption later = synchronize("""
                import { TypeOrmModule } from '@nestjs/typeorm';
                export const modules = [
                  TypeOrmModule.forRootAsync({ useFactory: () => ({ type: 'postgres', synchronize: true }) }),
                ];
                """);
        ConfigOption type = synchronize("""
                import { TypeOrmModule } from '@nestjs/typeorm';
                class Options {
                  createTypeOrmOptions() {
                    return { type: 'postgres', synchronize: true };
                  }
                }
                export const modules = [TypeOrmModule.forRootAsync({ useClass: Options })];
                """);
        assertThat(List.of(given, later, type))
                .allSatisfy(option -> assertThat(option.value()).isEqualTo("true"));
    }

    @Test
    void data_source_of_a_test_says_nothing() {
        SourceFixture fixture = SourceFixture.of("test/source.spec.ts", """
                import { DataSource } from 'typeorm';
                export const source = new DataSource({ synchronize: true });
                """);
        assertThat(fixture.facts(ConfigOption.class)).isEmpty();
    }

    @Test
    void use_of_typeorm_without_a_data_source_is_a_gap() {
        SourceFixture fixture = SourceFixture.of("src/user.module.ts", """
                import { TypeOrmModule } from '@nestjs/typeorm';
                export const feature = TypeOrmModule.forFeature([]);
                """);
        Coverage coverage = fixture.coverage("data-source-options", ConfigOption.class, "");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    private static ConfigOption synchronize(String text) {
        List<ConfigOption> options = SourceFixture.of("src/data-source.ts", text).facts(ConfigOption.class).stream()
                .filter(option -> option.name().equals("synchronize"))
                .toList();
        assertThat(options).hasSize(1);
        return options.get(0);
    }
}
