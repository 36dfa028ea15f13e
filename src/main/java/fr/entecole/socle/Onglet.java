package fr.entecole.socle;

/// A tab of the main menu.
///
/// @param nom how pages that stand elsewhere say that they belong to it ([SousOnglet])
/// @param ordre lower stands first
/// @param adresse the pages below it belong to it
public record Onglet(String nom, int ordre, String libelle, String adresse, String icone) {

    /// The teacher's day, which is their home: for pages of rooms that belong to it.
    public static final String JOURNEE = "journee";

    boolean leadsTo(String chemin) {
        return chemin.equals(adresse) || (adresse.length() > 1 && chemin.startsWith(adresse + "/"));
    }
}
