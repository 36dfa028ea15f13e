package fr.entecole.liaison.reponses;

import fr.entecole.liaison.Repondu.Sens;
import java.time.Instant;
import java.util.UUID;

/// What a guardian reads of their own answer for one child.
///
/// @param numero version that they answered
/// @param papier the school ticked it from their slip
public record MaReponse(UUID eleve, int numero, Sens sens, String precision, boolean papier, Instant faitLe) {}
