package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Publics;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.liaison.contenu.EnvoisDeMots;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.liaison.reponses.LectureDesReponses;
import fr.entecole.liaison.reponses.MaReponse;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Retires;
import gg.jte.Content;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// A mot as a guardian or a pupil has it: what it says, what it asks of this guardian, what they have answered. A
/// guardian who opens it has read it; a pupil is asked nothing.
@Component
class PageDuMot {

    private static final String RELANCES = """
            select distinct lot from liaison.relance where mot_id = :mot and personne_id = any(:personnes)
            """;

    private final LectureDesMots lecture;
    private final CahierDeLiaison cahier;
    private final Concernes concernes;
    private final Publics publics;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final Genres genres;
    private final Lectures lectures;
    private final Gabarits gabarits;
    private final ReglagesLiaison reglages;
    private final Retires retires;
    private final Clock clock;

    PageDuMot(
            LectureDesMots lecture,
            CahierDeLiaison cahier,
            Concernes concernes,
            Publics publics,
            Documents documents,
            Nouvelles nouvelles,
            Genres genres,
            Lectures lectures,
            Gabarits gabarits,
            ReglagesLiaison reglages,
            Retires retires,
            Clock clock) {
        this.lecture = lecture;
        this.cahier = cahier;
        this.concernes = concernes;
        this.publics = publics;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.genres = genres;
        this.lectures = lectures;
        this.gabarits = gabarits;
        this.reglages = reglages;
        this.retires = retires;
        this.clock = clock;
    }

    ModelAndView show(Page page, Utilisateur utilisateur, UUID id) {
        return show(page, utilisateur, id, new SaisieDeReponse());
    }

    /// What it says by now and what has changed, for who answered what it said before: nothing of theirs is written.
    ModelAndView corrected(Page page, Utilisateur utilisateur, UUID id, SaisieDeReponse saisie) {
        if (saisie.lu() < 1) {
            page.with(Erreurs.of("reponse", t("Relisez ce mot, puis répondez.")));
        }
        var shown = show(page, utilisateur, id, saisie);
        if (shown.getStatus() == HttpStatus.OK) {
            shown.setStatus(HttpStatus.CONFLICT);
        }
        return shown;
    }

    /// @param saisie what was just typed in the form of the answer
    ModelAndView show(Page page, Utilisateur utilisateur, UUID id, SaisieDeReponse saisie) {
        var found = lecture.received(utilisateur, id);
        if (found.isEmpty() && lecture.takenAway(utilisateur, id)) {
            var gone = page.titled(t("Ce mot a été retiré"))
                    .view("liaison/mots/retire", Map.of("vole", retires.contains(EnvoisDeMots.GENRE, id)));
            gone.setStatus(HttpStatus.GONE);
            return gone;
        }
        var mot = found.orElseThrow(Introuvable::new);
        boolean parent = utilisateur.is(Profil.PARENT);
        if (parent && mot.luLe() == null) {
            cahier.read(mot.id(), mot.numero(), utilisateur.personneId(), utilisateur.personnes(), clock.instant());
        }
        var genre = genres.of(mot.genre());
        var lu = lectures.read(lu(utilisateur, mot, genre, parent, saisie));
        nouvelles.read(utilisateur, SorteLiaison.MOT_DE_LIAISON, mot.id());
        lu.relances.forEach(lot -> nouvelles.read(utilisateur, SorteLiaison.RELANCE, lot));
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "mot",
                mot,
                "pour",
                lu.pour,
                "pieces",
                lu.pieces,
                "faits",
                lu.faits,
                "enfants",
                Concernes.noms(lu.enfants, mot),
                "fin",
                reglages.fin(mot.annee()),
                "encarts",
                contents(page, lu.encarts)));
        lu.depuis.ifPresent(avant -> parametres.put("avant", avant));
        if (parent && mot.demande().asks()) {
            var asked = concernes.asked(lu.enfants, mot);
            parametres.put(
                    "reponse",
                    new FormulaireDeReponse(
                            mot,
                            utilisateur.nomComplet(),
                            asked,
                            lu.reponses,
                            mot.demande().isOpen(page.aujourdhui()),
                            contents(page, lu.champs),
                            saisie));
            if (mot.demande().isOpen(page.aujourdhui())) {
                lu.correction.ifPresent(correction -> parametres.put("correction", correction));
            }
        }
        return page.titled(mot.titre())
                .view(Registre.of(utilisateur).petits() ? "liaison/mots/mot-petits" : "liaison/mots/mot", parametres);
    }

    private Lecture<Lu> lu(Utilisateur utilisateur, Mot mot, GenreDeMot genre, boolean parent, SaisieDeReponse saisie) {
        var lu = concernes
                .lecture(utilisateur)
                .with(genre.forReader(mot, utilisateur), Lu::of)
                .with(genre.facts(mot), Lu::told)
                .with(publics.lectureWords(mot.familles()), Lu::addressed)
                .with(documents.lecture(PiecesDesMots.SALLE, mot.id()), Lu::joined);
        return !parent
                ? lu
                : lu.with(LectureDesReponses.of(mot.id(), utilisateur), Lu::answered)
                        .with(genre.answerFields(mot, utilisateur, saisie.champs()), Lu::asking)
                        .with(Correction.since(saisie.lu(), mot, genre), Lu::corrected)
                        .with(Correction.sinceOpened(utilisateur, mot, genre), Lu::reopened)
                        .with(
                                Lecture.of(
                                        RELANCES,
                                        Map.of(
                                                "mot",
                                                mot.id(),
                                                "personnes",
                                                utilisateur.personnes().toArray(UUID[]::new)),
                                        (rs, _) -> Colonnes.uuid(rs, "lot")),
                                Lu::reminded);
    }

    private List<Content> contents(Page page, List<Encart> encarts) {
        return encarts.stream()
                .map(encart -> {
                    Map<String, Object> of = new HashMap<>(encart.parametres());
                    of.put("page", page);
                    return gabarits.part(encart.gabarit(), of);
                })
                .toList();
    }

    /// What the page reads in one round trip.
    private record Lu(
            List<Concernes.Enfant> enfants,
            List<Encart> encarts,
            List<Mention> faits,
            String pour,
            List<PieceJointe> pieces,
            List<MaReponse> reponses,
            List<Encart> champs,
            List<UUID> relances,
            Optional<Correction> correction,
            Optional<Correction> depuis) {

        private static Lu of(List<Concernes.Enfant> enfants, List<Encart> encarts) {
            return new Lu(
                    enfants,
                    encarts,
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Lu told(List<Mention> facts) {
            return new Lu(enfants, encarts, facts, pour, pieces, reponses, champs, relances, correction, depuis);
        }

        private Lu addressed(String words) {
            return new Lu(enfants, encarts, faits, words, pieces, reponses, champs, relances, correction, depuis);
        }

        private Lu joined(List<PieceJointe> those) {
            return new Lu(enfants, encarts, faits, pour, those, reponses, champs, relances, correction, depuis);
        }

        private Lu answered(List<MaReponse> theirs) {
            return new Lu(enfants, encarts, faits, pour, pieces, theirs, champs, relances, correction, depuis);
        }

        private Lu asking(List<Encart> fields) {
            return new Lu(enfants, encarts, faits, pour, pieces, reponses, fields, relances, correction, depuis);
        }

        private Lu reminded(List<UUID> lots) {
            return new Lu(enfants, encarts, faits, pour, pieces, reponses, champs, lots, correction, depuis);
        }

        private Lu corrected(Optional<Correction> since) {
            return new Lu(enfants, encarts, faits, pour, pieces, reponses, champs, relances, since, depuis);
        }

        private Lu reopened(Optional<Correction> since) {
            return new Lu(enfants, encarts, faits, pour, pieces, reponses, champs, relances, correction, since);
        }
    }
}
