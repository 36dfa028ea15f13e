package fr.entecole.socle.contrats;

import java.util.List;

/// What a module does by itself: the module `travaux` collects the beans of this contract when the application starts.
public interface TravauxOfferts {

    List<Travail> travaux();
}
