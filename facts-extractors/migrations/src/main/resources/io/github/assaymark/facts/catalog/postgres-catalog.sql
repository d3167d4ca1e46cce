-- Reads what the system catalogue of one PostgreSQL database (12 or newer) says about its tables and who may do what
-- with them, and prints it as one JSON document. It changes nothing and reads no row of any table of yours, no password,
-- no comment and no body of a function. Texts in quotes are left out of expressions unless they are short or made of words.
-- A part that the role may not read prints nothing but an error, and the document says that it is missing.

begin transaction isolation level repeatable read, read only;
set local search_path = pg_catalog;
set local client_encoding = 'UTF8';
set local standard_conforming_strings = on;
set local statement_timeout = '60s';

-- part: head
select left(json_build_object(
    'format', 'assay/postgres-catalog',
    'version', 1,
    'observedAt', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'server', current_setting('server_version'),
    'database', current_database(),
    'role', current_user,
    'readable', (
        select json_object_agg(c.relname, has_table_privilege(c.oid, 'select') order by c.relname)
        from pg_class c
        where c.relnamespace = 'pg_catalog'::regnamespace
          and c.relname in ('pg_attrdef', 'pg_attribute', 'pg_auth_members', 'pg_class', 'pg_constraint',
                            'pg_database', 'pg_db_role_setting', 'pg_default_acl', 'pg_depend', 'pg_extension', 'pg_index',
                            'pg_inherits', 'pg_namespace', 'pg_policy', 'pg_roles'))
    )::text, -1) || ',"parts":[';

-- part: schemas
select '{"part":"schemas","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.name), '') || ']},'
from (
    select n.nspname as name, pg_get_userbyid(n.nspowner) as owner
    from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: roles
select '{"part":"roles","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.name), '') || ']},'
from (
    select rolname as name, rolsuper as superuser, rolinherit as inherits, rolcanlogin as login,
           rolbypassrls as bypassrls, rolcreaterole as createrole
    from pg_roles
) r;

-- part: members
select '{"part":"members","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.role, r.member, r.inherits, r.can_set, r.admin), '')
    || ']},'
from (
    -- before version 16 the member's own setting says whether it inherits, and it may always change into the role
    select pg_get_userbyid(m.roleid) as role, pg_get_userbyid(m.member) as member,
           coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, u.rolinherit) as inherits,
           coalesce((to_jsonb(m) ->> 'set_option')::boolean, true) as can_set,
           m.admin_option as admin
    from pg_auth_members m
    join pg_roles u on u.oid = m.member
    union all
    -- who owns the database is a member of this role without being listed
    select r.rolname, u.rolname, u.rolinherit, false, false
    from pg_database d
    join pg_roles u on u.oid = d.datdba
    join pg_roles r on r.rolname = 'pg_database_owner'
    where d.datname = current_database()
) r;

-- part: extensions
select '{"part":"extensions","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.name), '') || ']},'
from (
    select e.extname as name, e.extversion as version, n.nspname as schema
    from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace
) r;

-- part: tables
select '{"part":"tables","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.schema, r.name), '') || ']},'
from (
    select n.nspname as schema, c.relname as name,
           case when c.relkind = 'p' then 'partitioned table' when c.relispartition then 'partition' else 'table' end
               as kind,
           (select pn.nspname from pg_inherits i join pg_class pc on pc.oid = i.inhparent
            join pg_namespace pn on pn.oid = pc.relnamespace
            where i.inhrelid = c.oid and c.relispartition limit 1) as parent_schema,
           (select pc.relname from pg_inherits i join pg_class pc on pc.oid = i.inhparent
            where i.inhrelid = c.oid and c.relispartition limit 1) as parent,
           pg_get_userbyid(c.relowner) as owner,
           c.relrowsecurity as row_security, c.relforcerowsecurity as row_security_forced,
           (select e.extname from pg_depend d join pg_extension e on e.oid = d.refobjid
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
              and d.refclassid = 'pg_extension'::regclass limit 1) as extension
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: columns
select '{"part":"columns","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.schema, r."table", r.position), '') || ']},'
from (
    select n.nspname as schema, c.relname as "table", a.attname as name, a.attnum as position,
           format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
           (select string_agg(case when left(w.m[1], 1) <> ''''
                                      or a.attname !~* '(pass|secret|token|key|credential|salt|pin$)'
                                         and (length(w.m[1]) <= 16 or w.m[1] ~ '^''[A-Za-z_.:, -]{0,62}''$')
                                   then w.m[1] else '''[redacted]''' end, '' order by w.place)
            from regexp_matches(pg_get_expr(d.adbin, d.adrelid),
                                '''(?:[^'']|'''')*''|"(?:[^"]|"")*"|[^''"]+', 'g') with ordinality w(m, place)) as default,
           case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated,
           case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
      and c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: indexes
select '{"part":"indexes","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.schema, r."table", r.name), '') || ']},'
from (
    select n.nspname as schema, c.relname as "table", ic.relname as name, am.amname as method,
           i.indisunique as unique, i.indisprimary as primary, i.indisvalid and i.indisready and i.indislive as valid,
           (select json_agg(a.attname order by k.place)
            from unnest(i.indkey::int2[]) with ordinality k(number, place)
            left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number > 0
            where k.place <= i.indnkeyatts) as columns,
           (select string_agg(case when left(w.m[1], 1) <> '''' or length(w.m[1]) <= 16
                                      or w.m[1] ~ '^''[A-Za-z_.:, -]{0,62}''$'
                                   then w.m[1] else '''[redacted]''' end, '' order by w.place)
            from regexp_matches(pg_get_expr(i.indpred, i.indrelid),
                                '''(?:[^'']|'''')*''|"(?:[^"]|"")*"|[^''"]+', 'g') with ordinality w(m, place)) as predicate
    from pg_index i
    join pg_class ic on ic.oid = i.indexrelid
    join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_am am on am.oid = ic.relam
    where c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: constraints
select '{"part":"constraints","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.schema, r."table", r.name), '') || ']},'
from (
    select n.nspname as schema, c.relname as "table", k.conname as name,
           case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'c' then 'check'
                          when 'f' then 'foreign key' when 'x' then 'exclusion' when 'n' then 'not null' end as kind,
           (select json_agg(a.attname order by u.place)
            from unnest(k.conkey) with ordinality u(number, place)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
           case when k.contype = 'c' then
           (select string_agg(case when left(w.m[1], 1) <> '''' or length(w.m[1]) <= 16
                                      or w.m[1] ~ '^''[A-Za-z_.:, -]{0,62}''$'
                                   then w.m[1] else '''[redacted]''' end, '' order by w.place)
            from regexp_matches(pg_get_expr(k.conbin, k.conrelid),
                                '''(?:[^'']|'''')*''|"(?:[^"]|"")*"|[^''"]+', 'g') with ordinality w(m, place))
           end as expression,
           fn.nspname as references_schema, f.relname as references_table,
           (select json_agg(a.attname order by u.place)
            from unnest(k.confkey) with ordinality u(number, place)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as references_columns,
           k.convalidated as validated
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_class f on f.oid = k.confrelid
    left join pg_namespace fn on fn.oid = f.relnamespace
    where k.contype in ('p', 'u', 'c', 'f', 'x', 'n')
      and c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: policies
select '{"part":"policies","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.schema, r."table", r.name), '') || ']},'
from (
    select n.nspname as schema, c.relname as "table", p.polname as name,
           case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
                         else 'all' end as command,
           (select json_agg(case when o.id = 0 then 'public' else pg_get_userbyid(o.id) end order by o.id)
            from unnest(p.polroles) o(id)) as roles,
           p.polpermissive as permissive,
           (select string_agg(case when left(w.m[1], 1) <> '''' or length(w.m[1]) <= 16
                                      or w.m[1] ~ '^''[A-Za-z_.:, -]{0,62}''$'
                                   then w.m[1] else '''[redacted]''' end, '' order by w.place)
            from regexp_matches(pg_get_expr(p.polqual, p.polrelid),
                                '''(?:[^'']|'''')*''|"(?:[^"]|"")*"|[^''"]+', 'g') with ordinality w(m, place)) as using,
           (select string_agg(case when left(w.m[1], 1) <> '''' or length(w.m[1]) <= 16
                                      or w.m[1] ~ '^''[A-Za-z_.:, -]{0,62}''$'
                                   then w.m[1] else '''[redacted]''' end, '' order by w.place)
            from regexp_matches(pg_get_expr(p.polwithcheck, p.polrelid),
                                '''(?:[^'']|'''')*''|"(?:[^"]|"")*"|[^''"]+', 'g') with ordinality w(m, place)) as check
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: grants
select '{"part":"grants","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ','
           order by r.schema, r."table", r."column" nulls first, r.role, r.privilege, r.grantor), '') || ']},'
from (
    -- a table without a list of its own has the one that every new table of its owner has
    select n.nspname as schema, c.relname as "table", null::name as "column",
           case when x.grantee = 0 then 'public' else pg_get_userbyid(x.grantee) end as role,
           lower(x.privilege_type) as privilege, x.is_grantable as grantable, pg_get_userbyid(x.grantor) as grantor
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
    where c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select n.nspname, c.relname, a.attname,
           case when x.grantee = 0 then 'public' else pg_get_userbyid(x.grantee) end,
           lower(x.privilege_type), x.is_grantable, pg_get_userbyid(x.grantor)
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral aclexplode(a.attacl) x
    where a.attnum > 0 and not a.attisdropped and a.attacl is not null
      and c.relkind in ('r', 'p') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) r;

-- part: defaults
select '{"part":"defaults","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ','
           order by r.owner, r.schema nulls first, r.role, r.privilege), '') || ']},'
from (
    select pg_get_userbyid(d.defaclrole) as owner, n.nspname as schema,
           case when x.grantee = 0 then 'public' else pg_get_userbyid(x.grantee) end as role,
           lower(x.privilege_type) as privilege, x.is_grantable as grantable
    from pg_default_acl d
    left join pg_namespace n on n.oid = d.defaclnamespace
    cross join lateral aclexplode(d.defaclacl) x
    where d.defaclobjtype = 'r'
) r;

-- part: settings
select '{"part":"settings","status":"complete","rows":['
    || coalesce(string_agg(E'\n' || row_to_json(r)::text, ',' order by r.role nulls first, r.name), '') || ']},'
from (
    -- these names alone: other settings of a role may hold anything
    select case when s.setrole = 0 then null else pg_get_userbyid(s.setrole) end as role,
           split_part(o.entry, '=', 1) as name, split_part(o.entry, '=', 2) as value
    from pg_db_role_setting s
    cross join lateral unnest(s.setconfig) o(entry)
    where (s.setdatabase = 0 or s.setdatabase = (select d.oid from pg_database d where d.datname = current_database()))
      and split_part(o.entry, '=', 1)
          in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'row_security')
) r;

-- part: end
select '{"part":"end"}]}';

rollback;
