-- Idioms of migrations, one of each kind.
create table invoice (
  id bigint generated always as identity primary key,
  brand_id uuid not null, -- the tenant; of every row
  total numeric(12, 2) not null default 0 check (total >= 0),
  note text default 'it''s; new'
);
create index concurrently if not exists invoice_brand on invoice using btree (brand_id) where total > 0;
alter table only public.invoice add column paid_at timestamptz, alter column note drop not null;
ALTER TABLE invoice ADD CONSTRAINT invoice_brand_fk FOREIGN KEY (brand_id) REFERENCES brand (id) NOT VALID;
create or replace function touch() returns trigger language plpgsql as $body$
begin
  new.paid_at := now(); -- not the end;
  return new;
end
$body$;
create function twice(n int) returns int language sql immutable begin atomic select case when n > 0 then n * 2 else 0 end; end;
do $$ begin execute 'alter table invoice add column x int'; end $$;
insert into brand (id, name) values ('6f1c', E'caf\u00e9 \'one\'');
/* outer /* inner; */ still outer; */ drop table if exists old_invoice cascade;
create rule keep as on delete to invoice do instead (insert into audit values (1); insert into audit values (2));
grant select, insert on invoice to app_role;
alter table invoice enable row level security;
create policy own_brand on invoice for all using (brand_id = current_setting('app.brand')::uuid) with check (true);
set lock_timeout = '2s';
comment on table invoice is 'größer; älter';
