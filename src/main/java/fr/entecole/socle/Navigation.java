package fr.entecole.socle;

import java.util.List;

/// The tabs of each person, as the roof has put them in order (`OngletsOfferts`).
public interface Navigation {

    List<Onglet> onglets(Utilisateur utilisateur);
}
