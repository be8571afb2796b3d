-- Users made on their first sign-in: whoever's token proves an e-mail address of the domain joins with the role.
alter table workspace
    add column auto_join_domain text check (auto_join_domain = lower(auto_join_domain)),
    add column auto_join_role_id uuid,
    add foreign key (id, auto_join_role_id) references role,
    add check ((auto_join_domain is null) = (auto_join_role_id is null));
create index workspace_auto_join on workspace (auto_join_domain) where auto_join_domain is not null;
