package dev.sharedinbox.contact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who the customers of a batch are.
///
/// @param contacts the contact of each customer
/// @param merges contacts that were merged on the way, in this order; what they own in other rooms must follow
/// @param changed known contacts that show another name, number or user name from now on
public record Resolved(Map<Customer, UUID> contacts, List<Merge> merges, Set<UUID> changed) {}
