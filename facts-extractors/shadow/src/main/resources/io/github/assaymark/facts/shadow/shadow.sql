-- What the run of migrations asks of its own database. Run once by the administrator in every new database; the
-- role of the migrations may call these functions and nothing else of it.
create schema assay_shadow;
grant usage on schema assay_shadow to assay_migrator;

-- Every relation of the migrations with what tells a rewrite.
create function assay_shadow.relations()
returns table (relation bigint, namespace text, name text, kind text, storage bigint, parent bigint, persistence text,
               partition boolean, scans bigint)
language sql stable as $$
    select c.oid::bigint, n.nspname::text, c.relname::text, c.relkind::text, c.relfilenode::bigint,
           coalesce(i.indrelid, 0)::bigint, c.relpersistence::text, c.relispartition,
           coalesce(pg_catalog.pg_stat_get_xact_numscans(c.oid), 0)
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_index i on i.indexrelid = c.oid
    where c.oid >= 16384 and c.relkind in ('r', 'p', 'i', 'I', 'm', 'v', 'S', 'f')
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'assay_shadow')
$$;

-- What this session holds and has read, by relation. The set of modes is a number with a bit for each.
create function assay_shadow.seen()
returns table (relation bigint, modes int, namespace text, name text, kind text, storage bigint, parent bigint,
               persistence text, partition boolean, scans bigint)
language plpgsql stable as $$
begin
    return query
    select l.relation::bigint, l.modes, n.nspname::text, c.relname::text, c.relkind::text, c.relfilenode::bigint,
           coalesce(i.indrelid, 0)::bigint, c.relpersistence::text, c.relispartition,
           coalesce(pg_catalog.pg_stat_get_xact_numscans(l.relation), 0)
    from (
        select k.relation,
               pg_catalog.bit_or(case k.mode
                   when 'AccessShareLock' then 1 when 'RowShareLock' then 2 when 'RowExclusiveLock' then 4
                   when 'ShareUpdateExclusiveLock' then 8 when 'ShareLock' then 16
                   when 'ShareRowExclusiveLock' then 32 when 'ExclusiveLock' then 64
                   when 'AccessExclusiveLock' then 128 else 0 end) as modes
        from pg_catalog.pg_locks k
        where k.pid = pg_catalog.pg_backend_pid() and k.locktype = 'relation' and k.granted and k.relation >= 16384
        group by k.relation
    ) l
    left join pg_catalog.pg_class c on c.oid = l.relation
    left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_index i on i.indexrelid = l.relation;
end
$$;

-- Foreign keys and triggers hold still while made-up rows come and go.
create function assay_shadow.hold_triggers(hold boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('session_replication_role', case when hold then 'replica' else 'origin' end, false);
end
$$;

-- An expression for the value of a type in row number i; the same type and number always give the same value.
create function assay_shadow.value_of(type oid, modifier int) returns text
language plpgsql stable as $$
declare
    t record;
    label text;
begin
    select y.oid, y.typname, y.typtype, y.typcategory, y.typbasetype, y.typtypmod into t
    from pg_catalog.pg_type y where y.oid = type;
    if t.typtype = 'd' then
        return assay_shadow.value_of(t.typbasetype, t.typtypmod) || '::' || pg_catalog.format_type(type, null);
    end if;
    if t.typtype = 'e' then
        select e.enumlabel into label from pg_catalog.pg_enum e where e.enumtypid = type order by e.enumsortorder limit 1;
        if label is null then return 'null'; end if;
        return pg_catalog.quote_literal(label) || '::' || pg_catalog.format_type(type, null);
    end if;
    if t.typtype in ('r', 'm') then return '''empty''::' || pg_catalog.format_type(type, null); end if;
    if t.typcategory = 'A' then return '''{}''::' || pg_catalog.format_type(type, null); end if;
    return case t.typname
        when 'int2' then '(i % 20000)::int2'
        when 'int4' then '(i % 20000)'
        when 'int8' then '(i % 20000)::int8'
        when 'oid' then '(i % 20000)::oid'
        when 'float4' then '(i % 20000)::float4'
        when 'float8' then '(i % 20000)::float8'
        when 'numeric' then '(i % 20000)::numeric'
        when 'money' then '(i % 20000)::money'
        when 'bool' then '(i % 2 = 0)'
        when 'uuid' then '(''00000000-0000-0000-0000-'' || lpad(i::text, 12, ''0''))::uuid'
        when 'text' then '(''v'' || i)'
        when 'varchar' then case when modifier > 4 then 'left(''v'' || i, ' || (modifier - 4) || ')' else '(''v'' || i)' end
        when 'bpchar' then case when modifier > 4 then 'left(''v'' || i, ' || (modifier - 4) || ')' else '(''v'' || i)' end
        when 'name' then '(''v'' || i)::name'
        when 'citext' then '(''v'' || i)::' || pg_catalog.format_type(type, null)
        when 'ltree' then '(''v'' || i)::' || pg_catalog.format_type(type, null)
        when 'hstore' then '''''::' || pg_catalog.format_type(type, null)
        when 'date' then '(date ''2020-01-01'' + i)'
        when 'timestamp' then '(timestamp ''2020-01-01'' + i * interval ''1 day'')'
        when 'timestamptz' then '(timestamptz ''2020-01-01 00:00:00+00'' + i * interval ''1 day'')'
        when 'time' then '(time ''00:00'' + i * interval ''1 second'')'
        when 'timetz' then '(timetz ''00:00+00'' + i * interval ''1 second'')'
        when 'interval' then '(i * interval ''1 second'')'
        when 'json' then '''{}''::json'
        when 'jsonb' then '''{}''::jsonb'
        when 'bytea' then '''\x00''::bytea'
        when 'inet' then '(''10.0.0.0''::inet + i)'
        when 'cidr' then '''10.0.0.0/8''::cidr'
        when 'macaddr' then '''08:00:2b:01:02:03''::macaddr'
        when 'tsvector' then '''''::tsvector'
        when 'xml' then '''<v/>''::xml'
        else 'null'
    end;
end
$$;

-- Gives every empty table among some relations rows of made-up values; tells which got any, and which could not.
create function assay_shadow.fill(candidates oid[], rows int)
returns table (relation bigint, filled boolean, problem text)
language plpgsql as $$
declare
    t record;
    full_already boolean;
    names text;
    expressions text;
    inserted int;
begin
    for t in
        select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as place
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.oid = any (candidates) and c.relkind = 'r' and c.relpersistence = 'p' and not c.relispartition
          and n.nspname !~ '^pg_'
        order by c.oid
    loop
        relation := t.oid;
        filled := false;
        problem := null;
        begin
            execute 'select exists (select 1 from only ' || t.place || ')' into full_already;
            if full_already then continue; end if;
            select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum),
                   pg_catalog.string_agg(assay_shadow.value_of(a.atttypid, a.atttypmod), ', ' order by a.attnum)
            into names, expressions
            from pg_catalog.pg_attribute a
            where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and a.attidentity <> 'a';
            if names is null then continue; end if;
            execute 'insert into ' || t.place || ' (' || names || ') select ' || expressions
                || ' from pg_catalog.generate_series(1, ' || rows || ') i on conflict do nothing';
            get diagnostics inserted = row_count;
            filled := inserted > 0;
        exception when others then
            problem := t.place || ': ' || sqlstate || ' ' || sqlerrm;
        end;
        if filled or problem is not null then return next; end if;
    end loop;
end
$$;

-- Takes all rows of some tables away again.
create function assay_shadow.clear(tables oid[]) returns void
language plpgsql as $$
declare
    place text;
begin
    for place in
        select pg_catalog.format('%I.%I', n.nspname, c.relname)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.oid = any (tables) and c.relkind = 'r'
    loop
        execute 'delete from only ' || place;
    end loop;
end
$$;

-- Lines that say what relations look like: equal lines, equal schema.
create function assay_shadow.lines_of(relations oid[])
returns table (relation bigint, line text)
language sql stable as $$
    select a.attrelid::bigint,
           'column ' || c.oid::regclass || '.' || a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end
               || coalesce(' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '')
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = any (relations) and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f')
    union all
    select c.oid::bigint,
           case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
                          else 'table ' end || c.oid::regclass
               || case when c.relrowsecurity then ' row security' else '' end
               || case when c.relforcerowsecurity then ' forced' else '' end
               || case when c.relkind in ('v', 'm')
                       then ' ' || pg_catalog.md5(pg_catalog.pg_get_viewdef(c.oid)) else '' end
    from pg_catalog.pg_class c
    where c.oid = any (relations) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    union all
    select i.indexrelid::bigint, pg_catalog.pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' invalid' end
    from pg_catalog.pg_index i
    where i.indexrelid = any (relations)
    union all
    select k.conrelid::bigint,
           'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid)
    from pg_catalog.pg_constraint k
    where k.conrelid = any (relations) and k.contype <> 'n'
    union all
    select t.tgrelid::bigint, 'trigger ' || t.tgrelid::regclass || ' ' || t.tgname || ' ' || t.tgenabled::text
    from pg_catalog.pg_trigger t
    where t.tgrelid = any (relations) and not t.tgisinternal
    union all
    select p.polrelid::bigint,
           'policy ' || p.polrelid::regclass || ' ' || p.polname || ' ' || p.polcmd::text || ' '
               || coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') || ' '
               || coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '')
    from pg_catalog.pg_policy p
    where p.polrelid = any (relations)
$$;

-- The same for what is no relation.
create function assay_shadow.lines_beside()
returns table (relation bigint, line text)
language sql stable as $$
    select 0::bigint, 'function ' || p.oid::regprocedure || ' ' || pg_catalog.md5(p.prosrc)
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.oid >= 16384 and n.nspname !~ '^pg_' and n.nspname <> 'assay_shadow'
    union all
    select 0::bigint, 'enum ' || e.enumtypid::regtype || ' ' || pg_catalog.string_agg(e.enumlabel, ',' order by e.enumsortorder)
    from pg_catalog.pg_enum e
    group by e.enumtypid
    union all
    select 0::bigint, 'schema ' || n.nspname
    from pg_catalog.pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('assay_shadow', 'information_schema')
    union all
    select 0::bigint, 'extension ' || e.extname
    from pg_catalog.pg_extension e
$$;

grant execute on all functions in schema assay_shadow to assay_migrator;
