package fr.entecole.documents;

import java.util.Set;

/// What a room asks of files beyond what the house does.
///
/// @param octets of one file at most
/// @param types MIME types that are taken, as read in the bytes; empty: all that the house takes
/// @param nom the name that they get, without ending, where their own would say too much; empty: their own
public record Exigence(long octets, Set<String> types, String nom) {

    public static final Exigence AUCUNE = new Exigence(Long.MAX_VALUE, Set.of(), "");
}
