-- What brought the customer: the referral of the chat's earliest message that has one, whatever order they came in.
alter table chat
    add column referral jsonb,
    add column referred_at timestamptz,
    -- Of two messages of one second, the one with the lesser id.
    add column referral_provider_id text collate "C",
    add check (num_nulls(referral, referred_at, referral_provider_id) in (0, 3));
