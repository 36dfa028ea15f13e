package fr.entecole.liaison.reponses;

import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// A mot that a family reads on the page where it answers: a form, the hours of a meeting.
@Component
public class MotLu {

    private final CahierDeLiaison cahier;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final Clock clock;

    MotLu(CahierDeLiaison cahier, Documents documents, Nouvelles nouvelles, Clock clock) {
        this.cahier = cahier;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.clock = clock;
    }

    /// What it says by now has been shown to them: read, and new in the bell no more.
    public void opened(Utilisateur utilisateur, Mot mot) {
        if (mot.luLe() == null) {
            cahier.read(mot.id(), mot.numero(), utilisateur.personneId(), utilisateur.personnes(), clock.instant());
            nouvelles.read(utilisateur, SorteLiaison.MOT_DE_LIAISON, mot.id());
        }
    }

    /// What is joined to it, for a page that shows what it says.
    public List<PieceJointe> pieces(Mot mot) {
        return documents.of(PiecesDesMots.SALLE, List.of(mot.id())).getOrDefault(mot.id(), List.of());
    }
}
