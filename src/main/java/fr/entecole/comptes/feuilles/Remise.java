package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.codes.CodesEleves;
import fr.entecole.comptes.codes.Preparation;
import fr.entecole.comptes.impression.Liasse;
import fr.entecole.comptes.impression.Liasse.Emargement;
import fr.entecole.comptes.impression.Liasse.Feuille;
import fr.entecole.comptes.impression.Liasse.Ligne;
import fr.entecole.comptes.impression.Liasse.Talon;
import fr.entecole.comptes.impression.MiseEnPage;
import fr.entecole.comptes.langues.LectureDuCompte;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands codes out: draws them and composes the sheets that carry them, at once, since nothing keeps them. They are
/// good when the sheets are whole ([LotDeFeuilles]).
@Component
class Remise {

    private final Codes codes;
    private final CodesEleves codesEleves;
    private final LectureDuCompte lecture;
    private final Clock clock;

    Remise(Codes codes, CodesEleves codesEleves, LectureDuCompte lecture, Clock clock) {
        this.codes = codes;
        this.codesEleves = codesEleves;
        this.lecture = lecture;
        this.clock = clock;
    }

    /// The sheets of those of a class who never came.
    ///
    /// @param faits guardians who have theirs already in this printing, completed here: one sheet each
    Pret classe(
            AccesDeClasse acces,
            boolean responsables,
            boolean eleves,
            MiseEnPage mise,
            Utilisateur par,
            Set<UUID> faits) {
        var adultes = responsables
                ? acces.parEleve().stream()
                        .filter(Acces::imprimable)
                        .filter(a -> faits.add(a.id()))
                        .toList()
                : List.<Acces>of();
        var enfants = eleves ? acces.eleves().stream().filter(Acces::imprimable).toList() : List.<Acces>of();
        var classe = acces.classe();
        var prepares = List.of(
                codes.prepare(ids(adultes), par.compteId(), classe.ecoleId()),
                codesEleves.prepare(ids(enfants), par.compteId(), classe.ecoleId()));
        var remis = prepares.getFirst().codes();
        var mots = prepares.getLast().codes();
        var langues = langues(remis.keySet(), mise);
        var liasse = new Liasse(
                acces.lieu(),
                today(),
                adultes.stream()
                        .filter(a -> remis.containsKey(a.id()))
                        .map(a -> new Feuille(
                                a.civil(),
                                t("responsable {0}", Phrases.de(a.pour())),
                                remis.getOrDefault(a.id(), ""),
                                until(),
                                true,
                                classe.numero(),
                                mise.of(langues.get(a.id()))))
                        .toList(),
                enfants.stream()
                        .filter(e -> mots.containsKey(e.id()))
                        .map(e -> new Talon(
                                e.nom(),
                                classe.libelle(),
                                e.login(),
                                mots.getOrDefault(e.id(), ""),
                                until(),
                                e.naissance()))
                        .toList(),
                emargement(
                        classe.libelle(),
                        t("Élève"),
                        adultes,
                        remis.keySet(),
                        a -> String.join(t(" et "), acces.enfants(a.id()))),
                mise.feuilles());
        return new Pret(liasse, prepares);
    }

    private Map<UUID, Langue> langues(Collection<UUID> responsables, MiseEnPage mise) {
        return mise.chacunLaSienne() ? lecture.of(responsables) : Map.of();
    }

    /// The sheets of those who work somewhere and never came, in French.
    Pret adultes(String lieu, List<Acces> liste, MiseEnPage mise, Utilisateur par, @Nullable UUID ecole) {
        Set<UUID> faits = new HashSet<>();
        var adultes = liste.stream()
                .filter(a -> prints(a, par))
                .filter(a -> faits.add(a.id()))
                .toList();
        var prepare = codes.prepare(ids(adultes), par.compteId(), ecole);
        var remis = prepare.codes();
        var liasse = new Liasse(
                lieu,
                today(),
                adultes.stream()
                        .filter(a -> remis.containsKey(a.id()))
                        .map(a ->
                                new Feuille(a.civil(), a.pour(), remis.getOrDefault(a.id(), ""), until(), false, null))
                        .toList(),
                List.of(),
                emargement(lieu, t("Fonction"), adultes, remis.keySet(), Acces::pour),
                mise.feuilles());
        return new Pret(liasse, List.of(prepare));
    }

    /// A single sheet goes from hand to hand without a list.
    private static @Nullable Emargement emargement(
            String titre, String pour, List<Acces> adultes, Set<UUID> remis, Function<Acces, String> qui) {
        var lignes = adultes.stream()
                .filter(a -> remis.contains(a.id()))
                .map(a -> new Ligne(qui.apply(a), a.civil()))
                .toList();
        return lignes.size() < 2 ? null : new Emargement(titre, pour, lignes);
    }

    /// Whether [#adultes] would print anything of these.
    static boolean prints(List<Acces> liste, Utilisateur par) {
        return liste.stream().anyMatch(a -> prints(a, par));
    }

    private static boolean prints(Acces acces, Utilisateur par) {
        return acces.imprimable() && !acces.id().equals(par.personneId());
    }

    /// A new code at the door; those before are void.
    String again(Destinataire destinataire, Utilisateur par) {
        return destinataire.eleve()
                ? codesEleves.reissue(destinataire.id(), par.compteId(), destinataire.ecole())
                : codes.reissue(destinataire.id(), par.compteId(), destinataire.ecole());
    }

    /// Whether a code that is on the screen still opens anything. A pupil's words cost a hash: they are believed.
    boolean isGood(Destinataire destinataire, String code) {
        return destinataire.eleve()
                || codes.find(Codes.typed(code))
                        .filter(remis -> remis.validite() == Codes.Validite.BON)
                        .isPresent();
    }

    /// The sheet of the code that has just been shown.
    Liasse one(Destinataire destinataire, String code, MiseEnPage mise) {
        return destinataire.eleve()
                ? new Liasse(
                        destinataire.lieu(),
                        today(),
                        List.of(),
                        List.of(new Talon(
                                destinataire.nom(), destinataire.qualite(), destinataire.login(), code, until(), null)))
                : new Liasse(
                        destinataire.lieu(),
                        today(),
                        List.of(new Feuille(
                                destinataire.nom(),
                                destinataire.qualite(),
                                code,
                                until(),
                                destinataire.parent(),
                                null,
                                destinataire.parent()
                                        ? mise.of(langues(Set.of(destinataire.id()), mise)
                                                .get(destinataire.id()))
                                        : Langue.FRANCAIS)),
                        List.of(),
                        null,
                        mise.feuilles());
    }

    LocalDate until() {
        return LocalDate.ofInstant(codes.until(), clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Sheets to be set, and what makes their codes good once they are.
    record Pret(Liasse liasse, List<Preparation> codes) {}

    private static List<UUID> ids(List<Acces> liste) {
        return liste.stream().map(Acces::id).toList();
    }
}
