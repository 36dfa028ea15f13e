package fr.entecole.annuaire.destinataires;

import fr.entecole.annuaire.Public;

/// Someone whom a person may address, as they choose among several.
///
/// @param phrase « Familles du CM1 Mme Estève », « Famille de Timéo Galy »
/// @param precision what tells two of the same name apart: a class, a guardian's name, a school
public record Destinataire(Public pour, String phrase, String precision) {}
