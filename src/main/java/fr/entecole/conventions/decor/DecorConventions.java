package fr.entecole.conventions.decor;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Bascules;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.Declaration;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.regles.AccuseDeReception;
import fr.entecole.conventions.regles.ActeLocal;
import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Signataire;
import fr.entecole.conventions.signature.Habilitations;
import fr.entecole.conventions.titres.Titres;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The three communes, each in another state: Lézignan-Corbières active, with its act and its titre; Castelnau signed
/// by the commune and awaited from the region, its two old schools kept open meanwhile; Lespignan over since
/// September, with an exception of the region until it declares.
@Component
class DecorConventions implements Decor {

    private static final int ORDRE = 160;
    private static final String LEZIGNAN = "11203";
    private static final String LESPIGNAN = "34135";
    private static final String CASTELNAU = "31118";

    private final Utilisateurs utilisateurs;
    private final Annees annees;
    private final Conventions conventions;
    private final Bascules bascules;
    private final Titres titres;
    private final Habilitations habilitations;
    private final EcolesDesCommunes ecoles;
    private final Reperes reperes;

    DecorConventions(
            Utilisateurs utilisateurs,
            Annees annees,
            Conventions conventions,
            Bascules bascules,
            Titres titres,
            Habilitations habilitations,
            EcolesDesCommunes ecoles,
            Reperes reperes) {
        this.utilisateurs = utilisateurs;
        this.annees = annees;
        this.conventions = conventions;
        this.bascules = bascules;
        this.titres = titres;
        this.habilitations = habilitations;
        this.ecoles = ecoles;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var jour = monde.jour();
        int annee = AnneeScolaire.of(jour).rentree();
        var region = who(monde, "Florence Vidal");
        annees.publish(year(annee - 1, jour), 0, region);
        annees.publish(year(annee, jour), 0, region);

        var puech = who(monde, "Nadège Puech");
        var lezignan = signed(puech, region, LEZIGNAN, annee, "Alain Vigié", "puech", List.of(), jour.minusDays(40));
        conventions.deposit(lezignan, act(annee, jour), List.of(), puech);
        titres.emit(annee, region);

        var bru = who(monde, "Yannick Bru");
        var old = List.of("0311696A", "0311710R");
        signed(bru, region, CASTELNAU, annee - 1, "Odette Ramon", "bru", old, begin(annee - 1));
        var castelnau = declared(bru, CASTELNAU, annee, "Odette Ramon", "bru", List.of());
        conventions.transmit(castelnau, jour.minusDays(20), bru);
        conventions.sign(castelnau, false, jour.minusDays(12), List.of(), bru);

        var rascol = who(monde, "Christine Rascol");
        signed(rascol, region, LESPIGNAN, annee - 1, "Guy Fabre", "rascol", List.of(), begin(annee - 1));
        for (var uai : List.of("0341401N", "0341406U")) {
            bascules.grant(
                    reperes.ecole(uai),
                    LESPIGNAN,
                    LocalDate.of(annee, Month.SEPTEMBER, 1),
                    jour.plusDays(60),
                    t("Le conseil municipal délibère cet hiver."),
                    region);
        }
        habilitations.grant(
                region.personneId(),
                t("Secrétaire générale de la région académique"),
                t("Arrêté de délégation du {0}", Dates.words(LocalDate.of(annee, Month.SEPTEMBER, 3))),
                LocalDate.of(annee, Month.SEPTEMBER, 3),
                LocalDate.of(annee + 1, Month.AUGUST, 31),
                null);
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    /// Late in October of its year: agreements are signed then.
    private static LocalDate begin(int annee) {
        return LocalDate.of(annee, Month.OCTOBER, 20);
    }

    /// The form of 2025-26 with the window of 2020-21, which the region tries again; nobody real signs.
    private static Parametres year(int annee, LocalDate jour) {
        var model = Modeles.last();
        var end = LocalDate.of(annee + 1, Month.SEPTEMBER, 5);
        return new Parametres(
                annee,
                model.prix(),
                end,
                model.preavis(),
                new Fenetre(LocalDate.of(annee, Month.SEPTEMBER, 1), LocalDate.of(annee, Month.OCTOBER, 15)),
                jour.plusDays(60).isBefore(end) ? jour.plusDays(60) : end,
                model.tribunal(),
                model.beaucoup(),
                model.profils(),
                model.partie(),
                new Signataire(
                        "Mireille Aragon",
                        model.signataire().qualite(),
                        "",
                        model.signataire().lieu()),
                model.mots(),
                model.texte());
    }

    private UUID signed(
            Utilisateur referent,
            Utilisateur region,
            String insee,
            int annee,
            String maire,
            String courriel,
            List<String> uais,
            LocalDate jour) {
        var id = declared(referent, insee, annee, maire, courriel, uais);
        conventions.transmit(id, jour.minusDays(12), referent);
        conventions.sign(id, false, jour.minusDays(5), List.of(), referent);
        conventions.sign(id, true, jour, List.of(), region);
        return id;
    }

    /// @param uais all of the commune where none is given
    private UUID declared(
            Utilisateur referent, String insee, int annee, String maire, String courriel, List<String> uais) {
        var commune = ecoles.commune(insee).orElseThrow();
        var list = ecoles.of(insee).stream()
                .filter(e -> uais.isEmpty() || uais.contains(e.uai()))
                .map(Conventions::inscrite)
                .toList();
        var dite = new Declaration(
                Genre.COMMUNE,
                t("Commune de {0}", commune.nom()),
                "",
                commune.siret(),
                t("Place de la Mairie, {0}", commune.nom()),
                maire,
                t("Maire"),
                referent.nomComplet(),
                courriel + "@example.org");
        return conventions.declare(referent, insee, annee, dite, list).orElseThrow();
    }

    private static ActeLocal act(int annee, LocalDate jour) {
        var day = jour.minusDays(47);
        return new ActeLocal(
                ActeLocal.Nature.DECISION,
                "DM-47",
                day,
                new AccuseDeReception("011", "211102033", day, "DM-47", "CC"),
                day.plusDays(3),
                day.plusDays(3),
                "",
                "2026-12",
                day.minusDays(200),
                annee,
                4,
                16_000);
    }

    private Utilisateur who(Monde monde, String nom) {
        return utilisateurs.of(monde.compte(nom), null).orElseThrow();
    }
}
