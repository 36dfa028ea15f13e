package fr.entecole.socle;

import java.io.Serializable;

/// The picture by which a child who does not read finds themselves: one of its own in a class.
///
/// @param image of the children's set, such as `chat`
/// @param lettre beside the picture when two children of a class have the same one, else empty
public record Embleme(String image, String lettre) implements Serializable {}
