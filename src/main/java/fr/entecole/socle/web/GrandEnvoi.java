package fr.entecole.socle.web;

/// An address whose form takes a file that is larger than those of others. Beans, collected when the server starts.
///
/// @param octets of the file, at most
public record GrandEnvoi(String adresse, long octets) {}
