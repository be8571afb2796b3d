-- What a user wants to be notified of; who has no row never said. Notifications themselves are made of the change log
-- when it is told, and kept nowhere.
create table notification_settings (
    workspace_id uuid not null,
    user_id uuid not null,
    chats text not null check (chats in ('NONE', 'ASSIGNED', 'ALL')),
    primary key (workspace_id, user_id),
    foreign key (workspace_id, user_id) references workspace_user on delete cascade
);
