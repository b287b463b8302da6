// The columns of FOCUS, the FinOps Foundation's open specification of cloud bills, by the version that brought them.

export type FocusVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** Columns that each version added. https://focus.finops.org/focus-specification/ */
export const focusColumns: Readonly<Record<FocusVersion, readonly string[]>> = {
	'1.0': [
		'AvailabilityZone',
		'BilledCost',
		'BillingAccountId',
		'BillingAccountName',
		'BillingCurrency',
		'BillingPeriodEnd',
		'BillingPeriodStart',
		'ChargeCategory',
		'ChargeClass',
		'ChargeDescription',
		'ChargeFrequency',
		'ChargePeriodEnd',
		'ChargePeriodStart',
		'CommitmentDiscountCategory',
		'CommitmentDiscountId',
		'CommitmentDiscountName',
		'CommitmentDiscountStatus',
		'CommitmentDiscountType',
		'ConsumedQuantity',
		'ConsumedUnit',
		'ContractedCost',
		'ContractedUnitPrice',
		'EffectiveCost',
		'InvoiceIssuerName',
		'ListCost',
		'ListUnitPrice',
		'PricingCategory',
		'PricingQuantity',
		'PricingUnit',
		'ProviderName',
		'PublisherName',
		'RegionId',
		'RegionName',
		'ResourceId',
		'ResourceName',
		'ResourceType',
		'ServiceCategory',
		'ServiceName',
		'SkuId',
		'SkuPriceId',
		'SubAccountId',
		'SubAccountName',
		'Tags'
	],
	'1.1': [
		'CapacityReservationId',
		'CapacityReservationStatus',
		'CommitmentDiscountQuantity',
		'CommitmentDiscountUnit',
		'ServiceSubcategory',
		'SkuMeter',
		'SkuPriceDetails'
	],
	'1.2': [
		'BillingAccountType',
		'InvoiceId',
		'PricingCurrency',
		'PricingCurrencyContractedUnitPrice',
		'PricingCurrencyEffectiveCost',
		'PricingCurrencyListUnitPrice',
		'SubAccountType'
	],
	'1.3': [
		'AllocatedMethodDetails',
		'AllocatedMethodId',
		'AllocatedResourceId',
		'AllocatedResourceName',
		'AllocatedTags',
		'ContractApplied',
		'HostProviderName',
		'ServiceProviderName'
	]
};

/** Without all of these a file is no FOCUS bill. */
export const focusDemanded = ['BilledCost', 'BillingCurrency', 'ChargePeriodStart'] as const;

/** The columns of money that a person may count by: the first is what was invoiced, the second spreads prepaid discounts. */
export const focusAmounts = ['BilledCost', 'EffectiveCost'] as const;

/**
 * Fields of the cost table by the columns that can say them, the best first. The service is what was bought, as an account's
 * name is in a ledger; the sub account is whose it is, as a project is. Resources are too many to be an object.
 */
export const focusFields: Readonly<Record<string, readonly string[]>> = {
	day: ['ChargePeriodStart'],
	account_text: ['ServiceName', 'ServiceCategory'],
	project: ['SubAccountName', 'SubAccountId'],
	supplier: ['InvoiceIssuerName', 'ServiceProviderName', 'ProviderName', 'PublisherName'],
	invoice: ['InvoiceId'],
	text: ['ChargeDescription'],
	amount: focusAmounts,
	currency: ['BillingCurrency']
};

/** What holds for every row of a cloud bill, until a person says otherwise. */
export const focusValues: Readonly<Record<string, string>> = { it_kostnad: 'ja', kostnadsslag: 'Moln' };
