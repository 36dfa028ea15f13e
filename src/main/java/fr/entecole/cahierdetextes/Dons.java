package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.cahierdetextes.TravailForm.ParNiveau;
import fr.entecole.cahierdetextes.matieres.Matieres;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.documents.Documents;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a form gives: to whom it may, what was done and what is to do with what goes with it, together or not at all.
@Component
class Dons {

    /// How long what was taken away may be put back, with what is attached to it.
    static final Duration UNDO = Duration.ofDays(1);

    private static final String NIVEAU = "niveau:";

    private final CahierDeTextes cahier;
    private final LectureDuCahier lecture;
    private final Matieres matieres;
    private final Publics publics;
    private final Documents documents;
    private final AnnoncesDuTravail annonces;
    private final Journal journal;
    private final Lectures lectures;
    private final Clock clock;

    Dons(
            CahierDeTextes cahier,
            LectureDuCahier lecture,
            Matieres matieres,
            Publics publics,
            Documents documents,
            AnnoncesDuTravail annonces,
            Journal journal,
            Lectures lectures,
            Clock clock) {
        this.cahier = cahier;
        this.lecture = lecture;
        this.matieres = matieres;
        this.publics = publics;
        this.documents = documents;
        this.annonces = annonces;
        this.journal = journal;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// What a form may choose. One round trip.
    Choix choix(Utilisateur utilisateur, Classe classe, LocalDate jour) {
        var read = lectures.read(Eleve.ofClasse(classe.id())
                .with(LectureDuCahier.of(classe.id(), jour, jour), Jour::of)
                .with(matieres.lecture(classe.ecoleId(), classe.niveaux()), Jour::named)
                .with(publics.groupes(utilisateur, classe.ecoleId(), Qui.ELEVES), Jour::grouped));
        var pour = new ArrayList<Option>();
        pour.add(new Option("classe", t("Toute la classe")));
        if (classe.niveaux().size() > 1) {
            classe.niveaux().forEach(niveau -> pour.add(new Option(NIVEAU + niveau, t("Les {0}", niveau))));
        }
        read.groupes.forEach(offre -> pour.add(new Option(offre.pour().code(), offre.phrase())));
        pour.add(new Option("eleves", t("Quelques élèves"), t("Choisissez-les dans la liste, plus bas.")));
        var given =
                read.lignes.stream().map(Ligne::travail).filter(Travail::aFaire).toList();
        return new Choix(pour, read.matieres, read.eleves, given, Conseils.evening(given, read.eleves));
    }

    private record Jour(List<Eleve> eleves, List<Ligne> lignes, List<String> matieres, List<Publics.Offre> groupes) {

        private static Jour of(List<Eleve> eleves, List<Ligne> lignes) {
            return new Jour(eleves, lignes, List.of(), List.of());
        }

        private Jour named(List<String> those) {
            return new Jour(eleves, lignes, those, groupes);
        }

        private Jour grouped(List<Publics.Offre> those) {
            return new Jour(eleves, lignes, matieres, those);
        }
    }

    /// @throws Introuvable when these are not theirs to choose
    Pour pour(Utilisateur utilisateur, Classe classe, TravailForm form) {
        var code = form.pour();
        if (code.equals("classe")) {
            return Pour.classe(classe, null);
        }
        if (code.startsWith(NIVEAU)) {
            var niveau = code.substring(NIVEAU.length());
            if (!classe.niveaux().contains(niveau)) {
                throw new Introuvable();
            }
            return Pour.classe(classe, niveau);
        }
        if (code.equals("eleves")) {
            return some(utilisateur, classe, form.eleves());
        }
        var groupe = Public.parse(code)
                .filter(p -> p.etendue() == Etendue.GROUPE && p.qui() == Qui.ELEVES)
                .filter(p -> TravailAccess.of(utilisateur).gives(classe.ecoleId(), classe.id(), p))
                .filter(p -> publics.accepts(utilisateur, p))
                .orElseThrow(Introuvable::new);
        return new Pour(null, List.of(groupe));
    }

    private Pour some(Utilisateur utilisateur, Classe classe, List<UUID> eleves) {
        if (eleves.isEmpty()) {
            return Pour.classe(classe, null); // the form comes back: nothing is given
        }
        var here = new HashSet<UUID>();
        lectures.read(Eleve.ofClasse(classe.id())).forEach(eleve -> here.add(eleve.id()));
        var chosen = Public.ofEleves(classe.ecoleId(), eleves, Qui.ELEVES);
        if (!here.containsAll(eleves) || !TravailAccess.of(utilisateur).gives(classe.ecoleId(), classe.id(), chosen)) {
            throw new Introuvable();
        }
        return new Pour(null, List.of(chosen));
    }

    /// @param jours for which it is to do; several where it comes back
    /// @param depots uploads of this author, in their order
    /// @throws DepotRefuse when the school has no room left for them
    @Transactional
    public void give(
            Utilisateur utilisateur,
            Classe classe,
            TravailForm form,
            ParNiveau par,
            Pour pour,
            List<LocalDate> jours,
            List<UUID> depots) {
        var auteur = EcritureController.auteur(utilisateur);
        var now = clock.instant();
        var first = new ArrayList<UUID>();
        var given = new ArrayList<Don>();
        if (!form.texte().isEmpty()) {
            given.add(new Don(classe, Nature.A_FAIRE, form.aFaire(), pour));
        }
        par.textes()
                .forEach((niveau, words) ->
                        given.add(new Don(classe, Nature.A_FAIRE, form.aFaire(words), Pour.classe(classe, niveau))));
        given.forEach(
                don -> cahier.give(don, jours, auteur, now, id -> attach(utilisateur, classe, id, first, depots)));
        if (!form.fait().isEmpty()) {
            cahier.give(
                    new Don(classe, Nature.EN_CLASSE, form.enClasse(par), pour),
                    List.of(form.faitLeJour()),
                    auteur,
                    now,
                    id -> {
                        if (given.isEmpty()) {
                            attach(utilisateur, classe, id, first, depots);
                        }
                    });
        }
    }

    /// The first one has the uploads, those that come back have the same bytes.
    private void attach(Utilisateur utilisateur, Classe classe, UUID id, List<UUID> first, List<UUID> depots) {
        if (depots.isEmpty()) {
            return;
        }
        if (first.isEmpty()) {
            documents.attach(utilisateur, PiecesDuCahier.SALLE, id, classe.ecoleId(), depots);
            first.add(id);
        } else {
            documents.attachAgain(PiecesDuCahier.SALLE, first.getFirst(), id);
        }
    }

    /// Puts back what was taken away; families are told again where the news went with it.
    ///
    /// @return a day on which it stands, none where it was too late
    @Transactional
    public Optional<LocalDate> restore(Utilisateur utilisateur, Classe classe, UUID id) {
        var auteur = EcritureController.auteur(utilisateur);
        var now = clock.instant();
        boolean told = annonces.isToldWithAnother(id);
        var back = cahier.restore(id, now.minus(UNDO));
        var first = lecture.one(id).map(Ligne::travail).filter(travail -> back.contains(travail.id()));
        first.ifPresent(travail -> {
            cahier.tell(classe.id(), auteur);
            if (travail.aFaire()) {
                journal.record(Fait.of(ActeCahierDeTextes.TRAVAIL_REMIS, id)
                        .by(auteur.compte())
                        .inEcole(classe.ecoleId()));
            }
            if (travail.aFaire() && !told && !travail.jour().isBefore(LocalDate.now(clock))) {
                annonces.announce(of(classe, travail), back, auteur.personne(), now);
            }
        });
        return first.map(Travail::jour);
    }

    private static Don of(Classe classe, Travail travail) {
        return new Don(
                classe,
                travail.nature(),
                new Propos(travail.matiere(), travail.texte(), travail.lien(), travail.minutes()),
                new Pour(travail.niveau(), travail.eleves()));
    }

    /// The work of the week before, on the same days where there is class, but for what stands in this one already;
    /// what comes back by itself is there anyway.
    List<Travail> before(Classe classe, LocalDate lundi, Calendrier calendrier) {
        var both = lecture.read(classe.id(), lundi.minusWeeks(1), lundi.plusDays(6)).stream()
                .map(Ligne::travail)
                .filter(Travail::aFaire)
                .toList();
        return both.stream()
                .filter(travail -> travail.jour().isBefore(lundi) && travail.serieId() == null)
                .filter(travail -> Semaine.hasClasse(calendrier, travail.jour().plusWeeks(1)))
                .filter(travail -> both.stream().noneMatch(other -> isAgain(other, travail)))
                .toList();
    }

    private static boolean isAgain(Travail other, Travail travail) {
        return other.jour().equals(travail.jour().plusWeeks(1))
                && other.matiere().equals(travail.matiere())
                && other.texte().equals(travail.texte())
                && Objects.equals(other.niveau(), travail.niveau())
                && other.eleves().equals(travail.eleves());
    }

    /// @param choisis of [#before], those to take again
    /// @return how many were copied
    @Transactional
    public int copy(
            Utilisateur utilisateur, Classe classe, LocalDate lundi, Calendrier calendrier, Collection<UUID> choisis) {
        int copied = 0;
        for (var travail : before(classe, lundi, calendrier)) {
            if (choisis.contains(travail.id())) {
                copied += cahier.give(
                                of(classe, travail),
                                List.of(travail.jour().plusWeeks(1)),
                                EcritureController.auteur(utilisateur),
                                clock.instant(),
                                id -> documents.attachAgain(PiecesDuCahier.SALLE, travail.id(), id))
                        .size();
            }
        }
        return copied;
    }

    /// @param pour whom one may give to
    /// @param matieres of the class
    /// @param eleves pupils of the class
    /// @param donnes what is given already for that day, by all who share the class
    /// @param minutes about how long that takes the most charged of them
    record Choix(List<Option> pour, List<String> matieres, List<Eleve> eleves, List<Travail> donnes, int minutes) {

        List<Option> noms() {
            return Option.all(eleves, Eleve::id, Eleve::nomComplet);
        }

        /// « Maths, Anglais »
        String donnees() {
            return String.join(
                    ", ", donnes.stream().map(Travail::matiere).distinct().toList());
        }
    }
}
