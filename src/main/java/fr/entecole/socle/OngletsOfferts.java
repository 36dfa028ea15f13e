package fr.entecole.socle;

import java.util.List;

/// The tabs that a module offers to a person, of their profile: the portal collects the beans of this contract. Only
/// places that exist, and few: all modules together have five (DESIGN §5).
public interface OngletsOfferts {

    List<Onglet> onglets(Utilisateur utilisateur);
}
