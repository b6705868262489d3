### Che cosa troverebbe un revisore.

gap-purchase_without_fapiao = Righe d’acquisto senza fapiao o fattura
gap-purchase_without_document = Righe d’acquisto senza contratto o documento
gap-leaver_with_license = Persone cessate che hanno ancora una licenza
gap-license_without_purchase = Licenze senza riga d’acquisto
gap-contract_one_language = Contratti in una sola lingua
gap-invoice_unverified = Fapiao non ancora verificate
gap-license_without_owner = Licenze di cui nessuno risponde
gap-license_without_entity = Licenze senza entità giuridica
gap-tenant_with_gaps = Tenant a cui manca qualcosa
