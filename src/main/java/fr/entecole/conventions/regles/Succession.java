package fr.entecole.conventions.regles;

/// Another commune has succeeded the one that signed (commune nouvelle, code général des collectivités territoriales,
/// L2113-5): its contracts go on as they are, to their end, with the new one.
///
/// @param insee of the new commune
/// @param denomination,siret as a titre names it from then on
public record Succession(String insee, String denomination, String siret) {}
