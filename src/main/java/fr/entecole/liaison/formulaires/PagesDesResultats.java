package fr.entecole.liaison.formulaires;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Repondant;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The results of a form, for its author and the head.
@Component
class PagesDesResultats {

    private final LectureDesMots mots;
    private final LectureDesFormulaires lecture;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    PagesDesResultats(LectureDesMots mots, LectureDesFormulaires lecture, ReglagesLiaison reglages, Clock clock) {
        this.mots = mots;
        this.lecture = lecture;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// One whose families they may follow by name.
    Mot mot(Utilisateur utilisateur, UUID id) {
        return mots.sent(utilisateur, id)
                .filter(mot -> MotAccess.of(utilisateur).follows(mot))
                .orElseThrow(Introuvable::new);
    }

    Formulaire formulaire(UUID id) {
        return lecture.of(id).orElseThrow(Introuvable::new);
    }

    Depouillement depouillement(Formulaire formulaire) {
        return Depouillement.of(
                formulaire,
                lecture.participants(formulaire.mot()),
                lecture.received(formulaire.mot()),
                clock.instant());
    }

    byte[] csv(Mot mot, Formulaire formulaire) {
        return formulaire.anonyme()
                ? ResultatsEnCsv.counted(depouillement(formulaire))
                : ResultatsEnCsv.named(
                        formulaire,
                        lecture.participants(formulaire.mot()),
                        lecture.enfants(mot),
                        lecture.received(formulaire.mot()));
    }

    ModelAndView show(Page page, Utilisateur utilisateur, UUID id, String fait) {
        var mot = mot(utilisateur, id);
        var formulaire = formulaire(id);
        var participants = lecture.participants(id);
        var received = lecture.received(id);
        var depouillement = Depouillement.of(formulaire, participants, received, clock.instant());
        var done = participants.stream().map(Repondant::pour).collect(Collectors.toSet());
        var attendus = lecture.attendus(mot, formulaire, done);
        return page.titled(mot.titre())
                .view(
                        "liaison/formulaires/resultats",
                        Map.of(
                                "mot",
                                mot,
                                "depouillement",
                                depouillement,
                                "manquent",
                                attendus.manquent(),
                                "reponses",
                                formulaire.anonyme()
                                        ? List.of()
                                        : ResultatsEnCsv.lines(formulaire, participants, attendus.enfants(), received),
                                "fait",
                                fait,
                                "fin",
                                reglages.fin(mot.annee()),
                                "maintenant",
                                clock.instant()));
    }
}
