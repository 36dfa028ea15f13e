package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/// What the region says of itself on the pages about the service and about rights (`ent.region.*`). Nothing is
/// invented: what is not set is shown as waiting for the region.
///
/// @param directeurPublication who answers for what the region publishes (loi n° 2004-575, article 6)
/// @param responsable controller of the personal data: the agreements name a rector, which one varies with the year
/// @param hebergeur name, address and telephone of the host
/// @param delegue data-protection officer, and how to write to them
/// @param contactAccessibilite where a person who cannot use a page writes
@ConfigurationProperties("ent.region")
public record Region(
        String nom,
        String adresse,
        String telephone,
        String directeurPublication,
        String responsable,
        String hebergeur,
        String delegue,
        String contactAccessibilite) {

    @ConstructorBinding
    public Region(
            @Nullable String nom,
            @Nullable String adresse,
            @Nullable String telephone,
            @Nullable String directeurPublication,
            @Nullable String responsable,
            @Nullable String hebergeur,
            @Nullable String delegue,
            @Nullable String contactAccessibilite) {
        this.nom = said(nom);
        this.adresse = said(adresse);
        this.telephone = said(telephone);
        this.directeurPublication = said(directeurPublication);
        this.responsable = said(responsable);
        this.hebergeur = said(hebergeur);
        this.delegue = said(delegue);
        this.contactAccessibilite = said(contactAccessibilite);
    }

    @Override
    public String nom() {
        return nom.isEmpty() ? t("Région académique Occitanie") : nom;
    }

    @Override
    public String adresse() {
        return orToCome(adresse);
    }

    @Override
    public String telephone() {
        return orToCome(telephone);
    }

    @Override
    public String directeurPublication() {
        return orToCome(directeurPublication);
    }

    @Override
    public String responsable() {
        return orToCome(responsable);
    }

    @Override
    public String hebergeur() {
        return orToCome(hebergeur);
    }

    @Override
    public String delegue() {
        return orToCome(delegue);
    }

    @Override
    public String contactAccessibilite() {
        return orToCome(contactAccessibilite);
    }

    private static String said(@Nullable String setting) {
        return setting == null ? "" : setting.strip();
    }

    private static String orToCome(String setting) {
        return setting.isEmpty() ? t("à compléter par la région académique") : setting;
    }
}
