-- Where days begin and end for whoever asks, by its IANA name: a user's own zone, else the workspace's.
alter table workspace add column time_zone text not null default 'UTC' check (length(time_zone) between 1 and 64);
alter table workspace_user add column time_zone text check (length(time_zone) between 1 and 64);
