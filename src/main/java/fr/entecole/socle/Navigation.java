package fr.entecole.socle;

import java.util.List;

/// The tabs of each profile, at most five (DESIGN §5); given by the roof.
public interface Navigation {

    List<Page.Onglet> onglets(Utilisateur utilisateur);
}
